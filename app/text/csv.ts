/** One line of a table as a spreadsheet reads it. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]) =>
	`${cells.map(cell).join(',')}\r\n`

/** A name that begins as a formula does would be run by a spreadsheet. */
function cell(value: string | number | null | undefined): string {
	const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&")
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
