/** A form that somebody filled in before they signed in, and the page it belongs to. */
export interface Carried {
	/** The path of the page, with its language. */
	to: string
	values: Record<string, string | string[]>
}
