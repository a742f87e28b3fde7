import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
	calendarSecret,
	deskCalendar,
	endCalendarLink,
	makeCalendarLink,
} from '#app/inquiries/desk-calendar.server.ts'
import { calendarFile } from '#app/routes/desk-calendar.$secret[.]ics/calendar-file.server.ts'
import { calendarLinks, roles } from '#db/schema/people.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { at } from './a-round.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const owner = { personId: 'ENV-executor', secretKey: SECRET_KEY }
const make = (now = at('2026-01-13')) =>
	world.store.write('test', (tx) => makeCalendarLink(tx, { ...owner, now }))
const open = (secret: string) => deskCalendar(world.store.read, { secret, today: '2026-01-13' })

test('the secret address opens the last days of the bodies of its owner, and of no other', async () => {
	const { number, proceedingId } = await world.file()
	await world.file({ bodyId: 'HSG', officeId: null })
	const { secret } = await make()
	expect((await open(secret))?.days).toEqual([
		{ proceedingId, number, dueOn: '2026-02-02', subject: 'Where do batteries go' },
	])
	expect(await open('another')).toBeUndefined()
	expect(JSON.stringify(await world.store.read.select().from(calendarLinks))).not.toContain(secret)
})

test('a new address replaces the old one, which opens nothing any more', async () => {
	const { secret: old } = await make()
	const { secret } = await make(at('2026-01-14'))
	expect(await open(old)).toBeUndefined()
	expect(await open(secret)).toBeDefined()
	expect(await calendarSecret(world.store.read, owner)).toBe(secret)
	await world.store.write('test', (tx) => endCalendarLink(tx, owner))
	expect(await open(secret)).toBeUndefined()
	expect(await calendarSecret(world.store.read, owner)).toBeUndefined()
})

test('who has left the desk sees nothing of it', async () => {
	await world.file()
	const { secret } = await make()
	await world.store.write('test', async (tx) => {
		await tx
			.update(roles)
			.set({ endedAt: at('2026-01-13') })
			.where(eq(roles.personId, 'ENV-executor'))
	})
	expect((await open(secret))?.days).toEqual([])
})

test('the file has whole days with the number, the subject of public questions only, and the way to the case', async () => {
	const open1 = await world.file()
	const closed = await world.file({ visibility: 'private', subject: 'About my illness' })
	const { secret } = await make()
	const calendar = await open(secret)
	if (!calendar) throw new Error('no calendar')
	const folded = calendarFile(calendar, { publicUrl: 'https://demo.example', now: at('2026-01-13') })
	const file = folded.replaceAll('\r\n ', '')
	expect(file).toContain('DTSTART;VALUE=DATE:20260202\r\n')
	expect(file).toContain(`SUMMARY:${open1.number}: last day for an answer. Where do batteries go`)
	expect(file).toContain(`SUMMARY:${closed.number}: last day for an answer\r\n`)
	expect(file).toContain(`https://demo.example/en/desk/${closed.proceedingId}`)
	expect(file).not.toMatch(/illness|author|A\./)
	expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
	expect(file).toContain('TRANSP:TRANSPARENT')
})
