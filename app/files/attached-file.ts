/** A file that goes with a text, as its readers see it. */
export interface AttachedFile {
	id: string
	name: string
	mediaType: string
	size: number
}
