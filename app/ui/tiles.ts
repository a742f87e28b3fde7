import { scaleQuantize } from 'd3-scale'

/** Where each region of Kazakhstan stands among the others, roughly as on the map: column and row. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
	'KZ-39': [2, 0],
	'KZ-59': [3, 0],
	'KZ-55': [4, 0],
	'KZ-27': [0, 1],
	'KZ-15': [1, 1],
	'KZ-11': [3, 1],
	'KZ-71': [4, 1],
	'KZ-63': [6, 1],
	'KZ-23': [0, 2],
	'KZ-62': [2, 2],
	'KZ-35': [3, 2],
	'KZ-10': [5, 2],
	'KZ-47': [0, 3],
	'KZ-43': [2, 3],
	'KZ-61': [3, 3],
	'KZ-31': [4, 3],
	'KZ-33': [5, 3],
	'KZ-79': [3, 4],
	'KZ-75': [4, 4],
	'KZ-19': [5, 4],
}

const SIDE = 64
const GAP = 4

export interface Tile {
	region: string
	x: number
	y: number
	confirmed: number
	/** How dark: 0 where nobody has signed, up to 4. */
	shade: number
}

export interface Counted {
	region: string
	confirmed: number
}

/** The regions as tiles, shaded by their share of all signatures. */
export function tilesOf(counted: readonly Counted[]): {
	side: number
	width: number
	height: number
	tiles: Tile[]
} {
	const most = Math.max(
		1,
		...counted.filter(({ region }) => PLACES[region]).map(({ confirmed }) => confirmed),
	)
	const shadeOf = scaleQuantize<number>().domain([0, most]).range([1, 2, 3, 4])
	const tiles = Object.entries(PLACES).map(([region, [column, row]]) => {
		const confirmed = counted.find((one) => one.region === region)?.confirmed ?? 0
		return {
			region,
			x: column * (SIDE + GAP),
			y: row * (SIDE + GAP),
			confirmed,
			shade: confirmed > 0 ? shadeOf(confirmed) : 0,
		}
	})
	return { side: SIDE, width: 7 * (SIDE + GAP) - GAP, height: 5 * (SIDE + GAP) - GAP, tiles }
}
