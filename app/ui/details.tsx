import type { ReactNode } from 'react'

export function Details({
	summary,
	open,
	id,
	children,
}: {
	summary: ReactNode
	open?: boolean
	id?: string
	children: ReactNode
}) {
	return (
		<details className="ds-details" open={open} id={id}>
			<summary>{summary}</summary>
			<div>{children}</div>
		</details>
	)
}
