/** A drawing, the same each time for the same seed: no photograph of anybody, and no file in the repository. */
export async function drawPicture(seed: number, scene: 'haze' | 'snow'): Promise<Drawn> {
	const { default: sharp } = await import('sharp')
	const random = randomFrom(seed)
	const shapes = scene === 'haze' ? haze(random) : snow(random)
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes}</svg>`
	return {
		bytes: await sharp(Buffer.from(svg)).webp({ quality: 82 }).toBuffer(),
		width: WIDTH,
		height: HEIGHT,
	}
}

export interface Drawn {
	bytes: Buffer
	width: number
	height: number
}

const WIDTH = 1200
const HEIGHT = 675

type Random = () => number

/** Grey haze below, mountains and a blue sky above it. */
function haze(random: Random): string {
	const sky = ['#8fb9dd', '#a9cae4', '#c4dcec', '#dde9ef'].map((colour, band) =>
		stripe(band * 90, 92, colour),
	)
	const ridges = ['#7c93a8', '#5f7890', '#48627b'].map((colour, at) =>
		ridge(random, 210 + at * 70, 110, colour),
	)
	const smoke = Array.from({ length: 7 }, (_, band) => {
		const grey = 172 - band * 9
		const top = 395 + band * 40
		return ridge(random, top, 22, `rgb(${grey},${grey},${grey - 4})`, 0.75)
	})
	return [stripe(0, HEIGHT, '#e9efee'), ...sky, ...ridges, ...smoke].join('')
}

/** White and blue circles, and two red stripes below. */
function snow(random: Random): string {
	const colours = ['#ffffff', '#eaf3fa', '#cfe3f2', '#a8cbe6']
	const flakes = Array.from({ length: 160 }, () => {
		const y = random() * (HEIGHT - 150)
		const size = 4 + random() * random() * 46
		const colour = colours[Math.floor(random() * colours.length)]
		return `<circle cx="${(random() * WIDTH).toFixed()}" cy="${y.toFixed()}" r="${size.toFixed(1)}" fill="${colour}" opacity="0.85"/>`
	})
	const rails = [570, 620].map((y) => stripe(y, 14, '#b63a36'))
	return [stripe(0, HEIGHT, '#5f86a8'), stripe(540, HEIGHT - 540, '#e6edf2'), ...flakes, ...rails].join('')
}

const stripe = (y: number, height: number, colour: string) =>
	`<rect y="${y}" width="${WIDTH}" height="${height}" fill="${colour}"/>`

function ridge(random: Random, top: number, height: number, colour: string, opacity = 1): string {
	const points = Array.from({ length: 13 }, (_, at) => `${at * 100},${(top + random() * height).toFixed()}`)
	const outline = `0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}`
	return `<polygon points="${outline}" fill="${colour}" opacity="${opacity}"/>`
}

/** mulberry32. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) >>> 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}
