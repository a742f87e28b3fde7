import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Looks = {
	/** One primary button a form; the other ways out are secondary or tertiary. */
	variant?: 'primary' | 'secondary' | 'tertiary'
	size?: 'sm' | 'md'
	/** `danger` for what cannot be undone. */
	color?: 'danger'
	icon?: IconName
	fullWidth?: boolean
}

export function Button({
	variant = 'primary',
	size,
	color,
	icon,
	fullWidth,
	children,
	...rest
}: Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'color' | 'style'>) {
	return (
		<button type="submit" {...rest} {...looks({ variant, size, color, fullWidth })}>
			{icon && <Icon name={icon} />}
			{children}
		</button>
	)
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
	variant = 'primary',
	size,
	color,
	icon,
	fullWidth,
	children,
	...rest
}: Looks & { href: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'>) {
	return (
		<a {...rest} {...looks({ variant, size, color, fullWidth })}>
			{icon && <Icon name={icon} />}
			{children}
		</a>
	)
}

function looks({ variant, size, color, fullWidth }: Looks) {
	return {
		className: 'ds-button',
		'data-variant': variant === 'primary' ? undefined : variant,
		'data-size': size,
		'data-color': color,
		'data-fullwidth': fullWidth || undefined,
	}
}
