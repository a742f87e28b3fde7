import type { ReactNode } from 'react'

const SIZES = { 1: 'xl', 2: 'md', 3: 'sm', 4: 'xs', 5: '2xs' } as const

/** The level says where in the page it stands, the size how it looks; by default one follows the other. */
export function Heading({
	level,
	size = SIZES[level],
	id,
	lang,
	children,
}: {
	level: 1 | 2 | 3 | 4 | 5
	size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' | '2xl'
	id?: string
	lang?: string
	children: ReactNode
}) {
	const Tag = `h${level}` as const
	return (
		<Tag className="ds-heading" data-size={size} id={id} lang={lang}>
			{children}
		</Tag>
	)
}
