import { create } from 'qrcode'

/** A square code as one path, so that the page needs no picture and no style of its own. */
export function qrOf(text: string): { size: number; d: string } {
	const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
	let d = ''
	for (let y = 0; y < size; y++) {
		let from = -1
		for (let x = 0; x <= size; x++) {
			const dark = x < size && data[y * size + x]
			if (dark && from < 0) from = x
			if (!dark && from >= 0) {
				d += `M${from} ${y}h${x - from}v1h-${x - from}z`
				from = -1
			}
		}
	}
	return { size, d }
}
