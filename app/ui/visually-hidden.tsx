import type { ReactNode } from 'react'

export function VisuallyHidden({
	as: Element = 'span',
	children,
}: {
	as?: 'span' | 'h2' | 'h3' | 'p'
	children: ReactNode
}) {
	return <Element className="ds-sr-only">{children}</Element>
}
