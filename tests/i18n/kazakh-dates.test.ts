import { expect, test } from 'vitest'
import { kazakhFormatter } from '#app/i18n/kazakh-dates.ts'

const FORMATS: Intl.DateTimeFormatOptions[] = [
	{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	{ day: 'numeric', month: 'long', year: 'numeric' },
	{ weekday: 'long', day: 'numeric', month: 'long' },
	{ day: 'numeric', month: 'short' },
	{ month: 'long', year: 'numeric' },
	{ weekday: 'short' },
	{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
]

test.each(FORMATS)('a browser without Kazakh writes %o as the server does', (options) => {
	const timeZone = 'Asia/Almaty'
	const server = new Intl.DateTimeFormat('kk', { ...options, timeZone })
	const browser = kazakhFormatter(options, timeZone)
	for (let day = 0; day < 366; day++) {
		const at = new Date(Date.UTC(2026, 0, 1 + day, 19, 5))
		expect(browser.format(at)).toBe(server.format(at))
	}
})
