/** What was measured, beside its goal. */
export function say(what: string, measured: string, goal = ''): void {
	console.log(`${what.padEnd(58)} ${measured.padEnd(34)} ${goal}`.trimEnd())
}

export function title(words: string): void {
	console.log(`\n${words}`)
}

export const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')}/s`
export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`
export const times = (ratio: number) => `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2)} of it`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`
export const against = (value: number, limit: number) => (value <= limit ? 'met' : 'NOT MET')
