import { afterEach, expect, test } from 'vitest'
import { momentInWords, putZoneInForce, zoneInForce } from '#app/i18n/dates.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { asTyped, fromTyped } from '#app/petitions/moment.ts'

const KZ = profileById('KZ').time.zone
afterEach(() => putZoneInForce(KZ))

test('the zone is that of the profile which is in force when nobody has chosen one', () => {
	expect(zoneInForce()).toBe(KZ)
})

test.each([
	['KZ', '2026-01-15T22:30:00Z', '16 January 2026 at 03:30'],
	['GB', '2026-01-15T22:30:00Z', '15 January 2026 at 22:30'],
	['GB', '2026-07-15T22:30:00Z', '15 July 2026 at 23:30'],
	['GB', '2026-07-15T23:30:00Z', '16 July 2026 at 00:30'],
	['EE', '2026-07-15T22:30:00Z', '16 July 2026 at 01:30'],
])('under the law of %s, %s is written %s', (law, at, full) => {
	putZoneInForce(profileById(law).time.zone)
	expect(momentInWords('en', new Date(at))).toBe(full)
})

test.each([
	['2026-01-15T22:30', '2026-01-15T22:30:00.000Z'],
	['2026-07-15T23:30', '2026-07-15T22:30:00.000Z'],
])('what is typed under the law of GB as %s is that moment in London', (typed, moment) => {
	putZoneInForce(profileById('GB').time.zone)
	expect(fromTyped(typed).toISOString()).toBe(moment)
	expect(asTyped(new Date(moment))).toBe(typed)
})
