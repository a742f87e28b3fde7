import { addDays, type Day, daysBetween, weekday } from '#app/deadlines/day.ts'
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
	/** Where a month begins, on the large strip. */
	months: { x: number; y: number; day: Day }[]
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
	const months: Drawing['months'] = []
	let month = ''

	for (const { cell, x, y, marks } of places) {
		if (cell.kind === 'more') {
			labels.push({ x: x + 2, y: y + m.tall / 2, text: `+${cell.count}`, name: 'more' })
			continue
		}
		add(lookOf(cell), box(x, y, m.cell, m.tall))
		if (cell.kind === 'citizen') add('hatch', hatch(x, y, m))
		if (cell.today) add('today', box(x - 1.5, y - 1.5, m.cell + 3, m.tall + 3))
		if (cell.due) add(strip.standing.state === 'overdue' ? 'flag-late' : 'flag', flag(x, y, m))
		if (cell.stop) add('sign', signOf(strip, x, y, m))
		if (m.numbers && cell.day && cell.day.slice(0, 7) !== month) {
			month = cell.day.slice(0, 7)
			months.push({ x: cell.due ? x + m.above : x, y: y - m.above / 2, day: cell.day })
		}
		if (m.numbers && cell.day && !cell.stop) {
			const name = `number s-${lookOf(cell)}-number`
			labels.push({ x: x + m.cell / 2, y: y + m.tall / 2, text: String(Number(cell.day.slice(8))), name })
		}
		for (const mark of marks ?? []) {
			const d = `M${mark.x} ${mark.y + m.tall / 2 - 2}v4`
			if (mark.gap.today) add('today', `M${mark.x} ${mark.y}v${m.tall}`)
			if (mark.gap.reasons.length > 0 && size !== 'small') gaps.push({ d, gap: mark.gap })
			else if (mark.gap.reasons.length > 0) add('gap', d)
		}
	}

	return {
		width: Math.ceil(Math.max(0, ...places.map(({ cell, x }) => x + widthOf(cell, m))) + 3),
		height: Math.ceil(Math.max(0, ...places.map(({ y }) => y)) + m.tall + 3),
		paths: [...paths].map(([name, d]) => ({ name, d })),
		gaps,
		labels,
		months,
	}
}

/** `marks`: where the days off before the cell are shown, and which of them each mark is about. */
type Place = { cell: StripCell; x: number; y: number; marks?: { x: number; y: number; gap: Gap }[] }

function inLine(cells: readonly StripCell[], m: Measures): Place[] {
	let x = 3
	return cells.map((cell) => {
		const place: Place = { cell, x, y: m.above }
		if (cell.gap && x > 3) {
			place.marks = [{ x: x + (m.gap - m.space) / 2, y: m.above, gap: cell.gap }]
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
		places.push({ cell, ...at(day), marks: cell.gap && marksOf(cell.gap, day) })
	}
	return places

	function at(day: Day) {
		const number = Math.floor(daysBetween(monday, day) / 7)
		return {
			x: 3 + (number % m.weeks) * week + (weekday(day) - 1) * step,
			y: m.above + Math.floor(number / m.weeks) * (m.tall + m.above),
		}
	}

	/** A weekday off has its own place in the week; today on a weekend stands before the next cell. */
	function marksOf(gap: Gap, before: Day) {
		const marks = gap.reasons
			.filter(({ day }) => day >= first && weekday(day) <= columns)
			.map((reason) => {
				const { x, y } = at(reason.day)
				return { x: x + m.cell / 2, y, gap: { reasons: [reason] } }
			})
		const { x, y } = at(before)
		return gap.today
			? [...marks, { x: x - m.space / 2 - 1.5, y, gap: { reasons: [], today: true as const } }]
			: marks
	}
}

/** "+12" is wider than a cell. */
function widthOf(cell: StripCell, m: Measures): number {
	return cell.kind === 'more' ? 10 + 8 * String(cell.count).length : m.cell
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
