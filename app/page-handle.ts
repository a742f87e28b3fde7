/** What a page may say of itself. */
export interface PageHandle {
	/** The address of a script that makes the page easier to use; it works without. */
	script?: string
	/** A program of the reader's own computer that the script speaks to. */
	connect?: string
}

/** The script of a page, from what its routes say of themselves. */
export const scriptOf = (handles: readonly unknown[]): string | undefined =>
	handles.map((handle) => (handle as PageHandle | undefined)?.script).find(Boolean)

/** Where that script may connect to beside this site. */
export const connectOf = (handles: readonly unknown[]): string | undefined =>
	handles.map((handle) => (handle as PageHandle | undefined)?.connect).find(Boolean)
