import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** What will be here, and what the reader can do about it. */
export function EmptyState({
	icon = 'paper',
	heading,
	children,
	action,
}: {
	icon?: IconName
	heading: ReactNode
	children?: ReactNode
	action?: ReactNode
}) {
	return (
		<div className="empty-state">
			<Icon name={icon} />
			<p className="empty-state-heading">{heading}</p>
			{children && <p>{children}</p>}
			{action}
		</div>
	)
}
