import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'sky' | 'sun' | 'earth' | 'success' | 'warning' | 'danger' | 'info'

/** A state in a word or two. Give it an icon where states are compared, so that colour never says it alone. */
export function Tag({
	tone = 'neutral',
	icon,
	children,
}: {
	tone?: Tone
	icon?: IconName
	children: ReactNode
}) {
	return (
		<span className="ds-tag" data-color={tone}>
			{icon && <Icon name={icon} />}
			{children}
		</span>
	)
}
