import { addDays, daysBetween, weekday } from '#app/deadlines/day.ts'
import type { Gap, Strip, StripCell } from './strip.ts'

export type StripSize = 'small' | 'normal' | 'large'

export type Drawing = {
	width: number
	height: number
	/** Cells of one look are one path: a page may carry thirty strips. */
	paths: { name: string; d: string }[]
	/** Days off that have a reason worth telling. */
	gaps: { d: string; gap: Gap }[]
	labels: { x: number; y: number; text: string; name: string }[]
}

type Measures = {
	/** A cell, the space after it, the wider space of days off, and the room above for the flag. */
	cell: number
	tall: number
	space: number
	gap: number
	above: number
	/** Longer strips are set in rows of weeks, each weekday under its own. */
	longest: number
	weeks: number
	numbers?: true
}

const MEASURES: Record<StripSize, Measures> = {
	small: { cell: 6, tall: 12, space: 2, gap: 4, above: 6, longest: 27, weeks: 6 },
	normal: { cell: 14, tall: 26, space: 3, gap: 8, above: 12, longest: 21, weeks: 4 },
	large: { cell: 30, tall: 36, space: 4, gap: 12, above: 18, longest: 10, weeks: 2, numbers: true },
}

/** Where each cell stands and what it looks like; numbers only, so that a test can read it. */
export function drawStrip(strip: Strip, size: StripSize): Drawing {
	const m = MEASURES[size]
	const places = strip.cells.length > m.longest ? inWeeks(strip.cells, m) : inLine(strip.cells, m)
	const paths = new Map<string, string>()
	const add = (name: string, d: string) => paths.set(name, (paths.get(name) ?? '') + d)
	const labels: Drawing['labels'] = []
	const gaps: Drawing['gaps'] = []

	for (const { cell, x, y, gapX } of places) {
		if (cell.kind === 'more') {
			labels.push({ x: x + 2, y: y + m.tall / 2, text: `+${cell.count}`, name: 'more' })
			continue
		}
		add(lookOf(cell), box(x, y, m.cell, m.tall))
		if (cell.kind === 'citizen') add('hatch', hatch(x, y, m))
		if (cell.today) add('today', box(x - 1.5, y - 1.5, m.cell + 3, m.tall + 3))
		if (cell.due) add(strip.standing.state === 'overdue' ? 'flag-late' : 'flag', flag(x, y, m))
		if (cell.stop) add('sign', signOf(strip, x, y, m))
		if (m.numbers && cell.day && !cell.stop) {
			const name = `number ${lookOf(cell)}-number`
			labels.push({ x: x + m.cell / 2, y: y + m.tall / 2, text: String(Number(cell.day.slice(8))), name })
		}
		if (cell.gap && gapX !== undefined) {
			const d = `M${gapX} ${y + m.tall / 2 - 2}v4`
			if (cell.gap.today) add('today', `M${gapX} ${y}v${m.tall}`)
			if (cell.gap.reasons.length > 0 && size !== 'small') gaps.push({ d, gap: cell.gap })
			else if (cell.gap.reasons.length > 0) add('gap', d)
		}
	}

	return {
		width: Math.ceil(Math.max(0, ...places.map(({ cell, x }) => x + widthOf(cell, m))) + 3),
		height: Math.ceil(Math.max(0, ...places.map(({ y }) => y)) + m.tall + 3),
		paths: [...paths].map(([name, d]) => ({ name, d })),
		gaps,
		labels,
	}
}

type Place = { cell: StripCell; x: number; y: number; gapX?: number }

function inLine(cells: readonly StripCell[], m: Measures): Place[] {
	let x = 3
	return cells.map((cell) => {
		const place: Place = { cell, x, y: m.above }
		if (cell.gap && x > 3) {
			place.gapX = x + (m.gap - m.space) / 2
			x += m.gap
			place.x = x
		}
		x += widthOf(cell, m) + m.space
		return place
	})
}

/** Rows of weeks. A week is five cells wide, or seven where something is told of a Saturday or a Sunday. */
function inWeeks(cells: readonly StripCell[], m: Measures): Place[] {
	const dated = withDays(cells)
	const columns = dated.some(({ day }) => weekday(day) > 5) ? 7 : 5
	const step = m.cell + m.space
	const week = columns * step + m.gap
	const first = dated[0]!.day
	const monday = addDays(first, 1 - weekday(first))
	const places: Place[] = []
	for (const { cell, day } of dated) {
		const before = places.at(-1)
		if (before && (cell.kind === 'more' || before.cell.kind === 'more')) {
			places.push({ cell, x: before.x + widthOf(before.cell, m) + m.space, y: before.y })
			continue
		}
		const number = Math.floor(daysBetween(monday, day) / 7)
		const x = 3 + (number % m.weeks) * week + (weekday(day) - 1) * step
		const y = m.above + Math.floor(number / m.weeks) * (m.tall + m.above)
		places.push({ cell, x, y, gapX: cell.gap ? x - m.space - 1 : undefined })
	}
	return places
}

/** "+12" is wider than a cell. */
function widthOf(cell: StripCell, m: Measures): number {
	return cell.kind === 'more' ? 8 + 8 * String(cell.count).length : m.cell
}

/** Days that have no date yet stand where they would if the correction came today. */
function withDays(cells: readonly StripCell[]): { cell: StripCell; day: string }[] {
	let before = cells.find(({ day }) => day)?.day ?? '2001-01-01'
	return cells.map((cell) => {
		const day = cell.day ?? nextWeekday(before)
		before = day
		return { cell, day }
	})
}

function nextWeekday(day: string): string {
	const next = addDays(day, 1)
	return weekday(next) > 5 ? nextWeekday(next) : next
}

function lookOf(cell: StripCell): string {
	if (cell.kind === 'over') return cell.time === 'left' ? 'over-left' : 'over'
	if (cell.kind === 'citizen' || cell.kind === 'waiting') return cell.kind
	return cell.time === 'spared' ? 'spared' : `${cell.kind}-${cell.time}`
}

function box(x: number, y: number, width: number, height: number): string {
	return `M${x} ${y}h${width}v${height}h-${width}z`
}

function hatch(x: number, y: number, { cell, tall }: Measures): string {
	let d = ''
	for (let from = cell; from <= tall; from += 5) d += `M${x} ${y + from}l${cell} -${cell}`
	return d
}

function flag(x: number, y: number, { cell, above }: Measures): string {
	const high = above - 2
	const wide = Math.min(cell, high * 0.9)
	return `M${x} ${y}v-${high}l${wide} ${round(high * 0.3)}l-${wide} ${round(high * 0.3)}`
}

/** What ended the clock: a tick for an answer, an arrow for sending on, a cross for the rest. */
function signOf({ stoppedBy }: Strip, x: number, y: number, { cell, tall }: Measures): string {
	const s = round(cell * 0.28)
	const cx = x + cell / 2
	const cy = y + tall / 2
	if (stoppedBy === 'answered') return `M${cx - s} ${cy}l${round(s * 0.8)} ${s}l${round(s * 1.2)} -${s * 2}`
	if (stoppedBy === 'redirected') return `M${cx - s} ${cy}h${s * 2}l-${s} -${s}m0 ${s * 2}l${s} -${s}`
	return `M${cx - s} ${cy - s}l${s * 2} ${s * 2}m0 -${s * 2}l-${s * 2} ${s * 2}`
}

function round(value: number): number {
	return Math.round(value * 10) / 10
}
