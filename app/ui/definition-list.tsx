import type { ReactNode } from 'react'

/** Facts by name. Entries without a value are left out. */
export function DefinitionList({
	entries,
	compact,
}: {
	entries: readonly { term: ReactNode; value: ReactNode; key?: string }[]
	compact?: boolean
}) {
	return (
		<dl className="facts" data-compact={compact || undefined}>
			{entries
				.filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false)
				.map(({ term, value, key }, index) => (
					<div key={key ?? index}>
						<dt>{term}</dt>
						<dd>{value}</dd>
					</div>
				))}
		</dl>
	)
}
