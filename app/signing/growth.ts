import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'

/** Confirmed signatures by the day, at its midnight, or by the hour in which they were given. */
export interface Growth {
	by: 'day' | 'hour'
	points: { at: Date; confirmed: number }[]
}

export interface GrowthDrawing {
	width: number
	height: number
	/** Where the ground and the right edge of the chart are. */
	ground: number
	right: number
	area: string
	line: string
	/** The number that is needed, where the chart reaches up to it. */
	goal?: { y: number; needed: number }
	top: { y: number; number: number }
}

const SIZE = { width: 480, height: 240, above: 26, below: 28 }

/** The number as it grew, as lines of a picture; numbers only, so that a test can read it. */
export function drawGrowth({ by, points }: Growth, needed: number | undefined): GrowthDrawing | undefined {
	const [first] = points
	const last = points.at(-1)
	if (!first || !last) return undefined
	const { width, height, above, below } = SIZE
	const step = by === 'day' ? 86_400_000 : 3_600_000
	let sum = 0
	const sums = points.map(({ at, confirmed }) => {
		sum += confirmed
		return { at: new Date(at.getTime() + step), sum }
	})
	const ground = height - below
	const most = Math.max(sum, needed && needed < sum * 2 ? needed : 0, 1)
	const x = scaleUtc()
		.domain([first.at, new Date(last.at.getTime() + step)])
		.range([0, width])
	const y = scaleLinear().domain([0, most]).range([ground, above])
	const path = [{ at: first.at, sum: 0 }, ...sums]
	const shape = area<(typeof path)[number]>()
		.x(({ at }) => round(x(at)))
		.y0(ground)
		.y1(({ sum }) => round(y(sum)))
		.curve(curveStepAfter)
	const edge = line<(typeof path)[number]>()
		.x(({ at }) => round(x(at)))
		.y(({ sum }) => round(y(sum)))
		.curve(curveStepAfter)
	return {
		width,
		height,
		ground,
		right: width,
		area: shape(path) ?? '',
		line: edge(path) ?? '',
		...(needed && needed <= most && { goal: { y: round(y(needed)), needed } }),
		top: { y: round(y(sum)), number: sum },
	}
}

const round = (value: number) => Math.round(value * 10) / 10
