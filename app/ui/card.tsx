import type { ReactNode } from 'react'

export function Card({
	as: Element = 'div',
	tone,
	tinted,
	id,
	labelledBy,
	lang,
	children,
}: {
	as?: 'div' | 'article' | 'section' | 'li' | 'aside'
	tone?: 'sky' | 'sun' | 'earth' | 'neutral'
	tinted?: boolean
	id?: string
	labelledBy?: string
	lang?: string
	children: ReactNode
}) {
	return (
		<Element
			className="ds-card"
			data-color={tone}
			data-variant={tinted ? 'tinted' : undefined}
			id={id}
			aria-labelledby={labelledBy}
			lang={lang}
		>
			{children}
		</Element>
	)
}
