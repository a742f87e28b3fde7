import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Numbers side by side, each leading to the list behind it. */
export function Ledger({ label, children }: { label: string; children: ReactNode }) {
	return (
		<ul className="ledger" aria-label={label}>
			{children}
		</ul>
	)
}

export function Figure({
	value,
	label,
	href,
	tone,
	icon,
	note,
}: {
	/** Already written for the reader's language. */
	value: ReactNode
	label: ReactNode
	href?: string
	tone?: 'sky' | 'sun' | 'earth'
	icon?: IconName
	note?: ReactNode
}) {
	const inside = (
		<>
			<span className="figure-value tabular">
				{icon && <Icon name={icon} />}
				{value}
			</span>
			<span className="figure-label">{label}</span>
			{note && <span className="figure-note">{note}</span>}
		</>
	)
	return (
		<li className="figure" data-color={tone}>
			{href ? <a href={href}>{inside}</a> : <div>{inside}</div>}
		</li>
	)
}
