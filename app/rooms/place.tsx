import type { ReactNode } from 'react'

// Places that the script of the room fills again when it changes (public/room.js): what stands in them at first is
// the same. A row that is added is made from the template of its list.

/** One value of a row or part, in words. */
export function Place({
	field,
	value,
	words,
	lang,
	className,
}: {
	field: string
	value: string | number | null | undefined
	words?: Record<string, string>
	lang?: string
	className?: string
}) {
	return (
		<span
			data-field={field}
			data-words={words && JSON.stringify(words)}
			data-lang={lang === undefined ? undefined : ''}
			lang={lang || undefined}
			className={className}
		>
			{words ? words[String(value)] : value}
		</span>
	)
}

/** Shown while a value of the row is there, or is one of these. */
export function When({
	field,
	is,
	holds,
	as: Element = 'span',
	children,
}: {
	field: string
	is?: string
	holds: boolean
	as?: 'span' | 'div'
	children: ReactNode
}) {
	return (
		<Element data-if={field} data-is={is} hidden={!holds}>
			{children}
		</Element>
	)
}

export function Rows<One extends { id: string }>({
	part,
	rows,
	blank,
	ordered,
	className = 'entries',
	children,
}: {
	part: string
	rows: readonly One[]
	/** What a row is made from that comes later. */
	blank: One
	ordered?: boolean
	className?: string
	children: (row: One) => ReactNode
}) {
	const List = ordered ? 'ol' : 'ul'
	return (
		<List className={className} data-list={part}>
			{rows.map((row) => (
				<li key={row.id} data-key={row.id}>
					{children(row)}
				</li>
			))}
			<template>
				<li>{children(blank)}</li>
			</template>
		</List>
	)
}
