import type { ReactNode } from 'react'

export type Column = { label: ReactNode; numeric?: boolean }

/**
 * A table with its caption, in a frame that scrolls (and takes focus, so that keys can scroll it) where it is too wide.
 * `stacked` turns each row into a small list on a phone: for tables that are read row by row.
 */
export function Table({
	caption,
	hideCaption,
	columns,
	rows,
	stacked,
	dense,
	empty,
}: {
	caption: string
	hideCaption?: boolean
	columns: readonly Column[]
	/** The first cell is the row's header. `tone` marks a row, which must also say why in words. */
	rows: readonly { key: string | number; cells: readonly ReactNode[]; tone?: string; id?: string }[]
	stacked?: boolean
	dense?: boolean
	/** Said instead of rows when there are none. */
	empty?: ReactNode
}) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keys (WCAG 2.1.1)
		<section className="table-frame" aria-label={caption} tabIndex={0} data-stacked={stacked || undefined}>
			<table className="ds-table" data-dense={dense || undefined}>
				<caption className={hideCaption ? 'ds-sr-only' : undefined}>{caption}</caption>
				<thead>
					<tr>
						{columns.map((column, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
							<th key={index} scope="col" data-numeric={column.numeric || undefined}>
								{column.label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ key, cells, tone, id }) => (
						<tr key={key} id={id} data-tone={tone}>
							{cells.map((cell, index) => cellOf(cell, index, columns[index]))}
						</tr>
					))}
					{rows.length === 0 && empty && (
						<tr>
							<td colSpan={columns.length}>{empty}</td>
						</tr>
					)}
				</tbody>
			</table>
		</section>
	)
}

function cellOf(cell: ReactNode, index: number, column: Column | undefined) {
	const numeric = column?.numeric || undefined
	if (index === 0) {
		return (
			<th key={index} scope="row" data-numeric={numeric}>
				{cell}
			</th>
		)
	}
	const label = typeof column?.label === 'string' ? column.label : undefined
	return (
		<td key={index} data-numeric={numeric} data-label={label}>
			{cell}
		</td>
	)
}
