/** What a page may say of itself. */
export interface PageHandle {
	/** The address of a script that makes the page easier to use; it works without. */
	script?: string
	/** A program of the reader's own computer that the script speaks to. */
	connect?: string
	/** The page may show streams of the hosts that the operator has named. */
	streams?: true
}

/** A page that renews itself, for readers without scripts: after how many seconds. */
export interface RenewedPage {
	renewSeconds?: number | undefined
}

/** The script of a page, from what its routes say of themselves. */
export const scriptOf = (handles: readonly unknown[]): string | undefined =>
	handles.map((handle) => (handle as PageHandle | undefined)?.script).find(Boolean)

/** Where that script may connect to beside this site. */
export const connectOf = (handles: readonly unknown[]): string | undefined =>
	handles.map((handle) => (handle as PageHandle | undefined)?.connect).find(Boolean)

export const showsStreams = (handles: readonly unknown[]): boolean =>
	handles.some((handle) => (handle as PageHandle | undefined)?.streams)
