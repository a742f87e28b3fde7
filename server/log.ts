import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Logger, pino } from 'pino'
import { withoutSecrets } from '#app/links.ts'

/** Lines are gathered before they are written, and written when the process ends. */
export function openLog(level: string): Logger {
	const destination = pino.destination({ dest: 1, sync: false, minLength: 4096 })
	setInterval(() => destination.flush(), 1000).unref()
	return pino(
		{
			level,
			base: { pid: process.pid },
			timestamp: pino.stdTimeFunctions.isoTime,
			serializers: { err: withoutValues },
		},
		destination,
	)
}

/** An error of the database carries the values of its statement: names, addresses, texts. They stay out. */
export function withoutValues(error: unknown): object {
	if (!(error instanceof Error)) return { type: typeof error }
	const { cause } = error
	if ('query' in error && 'params' in error) {
		const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
		return { type: error.name, query: String(error.query).slice(0, 500), code, stack: framesOf(error) }
	}
	const own = { type: error.name, message: error.message, stack: framesOf(error) }
	return cause === undefined ? own : { ...own, cause: withoutValues(cause) }
}

/** Where it happened; the first lines of a stack repeat the message. */
const framesOf = ({ stack = '' }: Error) =>
	stack
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.join('\n')

/** One line a request. Nobody's address, name or question is in it: what is not written cannot leak. */
export function logAnswer(log: Logger, { method, url = '' }: IncomingMessage, response: ServerResponse) {
	if (!log.isLevelEnabled('info')) return
	const began = performance.now()
	response.once('close', () => {
		log.info({
			method,
			path: withoutSecrets(url.split('?', 1)[0] as string).slice(0, 200),
			status: response.writableEnded ? response.statusCode : 499,
			ms: Math.round((performance.now() - began) * 10) / 10,
		})
	})
}
