import type { AnchorHTMLAttributes } from 'react'

export function TextLink({
	children,
	...rest
}: { href: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style'>) {
	return (
		<a {...rest} className="ds-link">
			{children}
		</a>
	)
}
