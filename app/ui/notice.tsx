import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'

/** Something the reader should know now. The icon comes with the colour, and the heading says it in words. */
export function Notice({
	tone = 'info',
	heading,
	level = 2,
	live,
	children,
}: {
	tone?: 'info' | 'success' | 'warning' | 'danger'
	heading?: ReactNode
	level?: 2 | 3 | 4
	/** For what appears after an act on a page with scripts. */
	live?: boolean
	children?: ReactNode
}) {
	return (
		<div className="ds-alert" data-color={tone} role={live ? 'status' : undefined}>
			{heading && (
				<Heading level={level} size="xs">
					{heading}
				</Heading>
			)}
			{children}
		</div>
	)
}
