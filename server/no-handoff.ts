/**
 * Stands in for `turbo-stream`. Remix writes all data of a page a second time, for scripts that would take the
 * page over, and keeps it five seconds: a tenth of the time of a page, for readers that do not exist here.
 */
export function encode(): ReadableStream<Uint8Array> {
	return new ReadableStream({ start: (controller) => controller.close() })
}
