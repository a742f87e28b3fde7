import type { ReactNode } from 'react'
import { Details } from './details.tsx'

export type Place = { label: ReactNode; href: string; current?: boolean; count?: ReactNode }

/** Parts of one thing, each at its own address. */
export function Tabs({ label, places }: { label: string; places: readonly Place[] }) {
	return (
		<nav className="link-tabs" aria-label={label}>
			<ul>{places.map(placeOf)}</ul>
		</nav>
	)
}

/** More parts than fit beside each other: they stand under each other beside the page, on a phone folded above it. */
export function SideList({ label, places }: { label: string; places: readonly Place[] }) {
	return (
		<nav className="side-list" aria-label={label}>
			<Details summary={label}>
				<ul>{places.map(placeOf)}</ul>
			</Details>
			<ul>{places.map(placeOf)}</ul>
		</nav>
	)
}

/** The ways to narrow a list, as links: each is the list's address with one thing changed. */
export function Filters({ label, places }: { label: string; places: readonly Place[] }) {
	return (
		<nav className="link-filters" aria-label={label}>
			<span className="link-filters-label" aria-hidden="true">
				{label}
			</span>
			<ul>{places.map(placeOf)}</ul>
		</nav>
	)
}

function placeOf({ label, href, current, count }: Place) {
	return (
		<li key={href}>
			<a href={href} aria-current={current ? 'true' : undefined}>
				{label}
				{count !== undefined && <span className="count tabular">{count}</span>}
			</a>
		</li>
	)
}
