import { appointOfficial, changeOfficial, endTenure } from '#app/administration/appoint.server.ts'
import { changeBody, closeBody, createBody, reopenBody } from '#app/administration/bodies.server.ts'
import { addYear, confirmYear, enterDay, removeDay } from '#app/administration/calendar.server.ts'
import { changeOffice, closeOffice, createOffice, reopenOffice } from '#app/administration/offices.server.ts'
import { removeSnippet, saveSnippet } from '#app/desk/snippet.server.ts'
import { resetFactors } from '#app/factors/reset.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { hideText, liftHiding } from '#app/moderation/hide.server.ts'
import { decideReport } from '#app/moderation/report.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { endRole, grantRole } from '#app/people/grant.server.ts'
import { addAuthority, removeAuthority } from '#app/signatures/authorities.server.ts'
import { calendarEntries } from '#db/schema/bodies.ts'
import type { Writer } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')
const words = (text: string) => ({ kk: text, ru: text, en: text })
const source = 'Decree No. 1'

type Act = { actor: Actor; now: Date }

const row = (
	name: string,
	allowed: readonly string[],
	attempt: (tx: Writer, act: Act) => Outcomes,
	before: (world: World) => Promise<unknown> = async () => {},
): Row => ({
	name,
	allowed,
	async arrange(world) {
		await before(world)
		return { attempt: (tx, actor) => attempt(tx, { actor, now }) }
	},
})

const administrators = (
	name: string,
	attempt: (tx: Writer, act: Act) => Outcomes,
	before?: (world: World) => Promise<unknown>,
) => row(name, ['administrator'], attempt, before)

const body = (code: string) => ({
	code,
	names: words(code),
	parentId: 'GOV',
	region: null,
	deskEmail: null,
	officeClose: null,
	bound: true,
	competence: 'central',
	population: null,
	populationOn: null,
	populationSource: null,
})
const profile = profileById('KZ')
const office = (slug: string) => ({ slug, names: words(slug), position: 1 })
const calendar = 'KZ'
const authority = {
	name: 'CN=Fictional',
	fingerprint: 'ab',
	certificate: Buffer.from('ab'),
	validFrom: new Date('2025-01-01T00:00:00Z'),
	validUntil: new Date('2030-01-01T00:00:00Z'),
}

/** What those do who keep the installation. */
const administration: readonly Row[] = [
	administrators('grantRole', (tx, act) =>
		grantRole(tx, { ...act, personId: 'stranger', role: 'clerk', bodyId: 'ENV' }),
	),
	administrators('endRole', (tx, act) => endRole(tx, { ...act, roleId: 'role-ENV-clerk' })),
	administrators('resetFactors', (tx, act) => resetFactors(tx, { ...act, personId: 'ENV-clerk' })),
	administrators('createBody', (tx, act) => createBody(tx, { ...act, profile, words: body('NEW') })),
	administrators('changeBody', (tx, act) =>
		changeBody(tx, { ...act, profile, bodyId: 'ENV', words: body('ENV') }),
	),
	administrators('closeBody', (tx, act) => closeBody(tx, { ...act, bodyId: 'HSG' })),
	administrators('reopenBody', (tx, act) => reopenBody(tx, { ...act, bodyId: 'HSG' })),
	administrators('createOffice', (tx, act) =>
		createOffice(tx, { ...act, bodyId: 'ENV', words: office('vice-minister') }),
	),
	administrators('changeOffice', (tx, act) =>
		changeOffice(tx, { ...act, officeId: 'minister', words: office('env-minister') }),
	),
	administrators('closeOffice', (tx, act) => closeOffice(tx, { ...act, officeId: 'minister' })),
	administrators('reopenOffice', (tx, act) => reopenOffice(tx, { ...act, officeId: 'minister' })),
	administrators('changeOfficial', (tx, act) =>
		changeOfficial(tx, {
			...act,
			officeId: 'minister',
			officialId: 'holder',
			names: words('Holder'),
			biographies: null,
		}),
	),
	administrators('appointOfficial', (tx, act) =>
		appointOfficial(tx, {
			...act,
			officeId: 'minister',
			official: { names: words('New') },
			from: '2026-02-02',
		}),
	),
	administrators('endTenure', (tx, act) =>
		endTenure(tx, { ...act, tenureId: 'tenure', until: '2026-01-30' }),
	),
	administrators('enterDay', (tx, act) =>
		enterDay(tx, {
			...act,
			calendar,
			entry: { day: '2026-02-11', kind: 'rest_day', titles: words('Snow'), source },
		}),
	),
	administrators('removeDay', async (tx, act) => {
		const [entry] = await tx.select().from(calendarEntries).limit(1)
		return removeDay(tx, { ...act, entryId: String(entry?.id), source })
	}),
	administrators('addAuthority', (tx, act) => addAuthority(tx, { ...act, authority })),
	administrators('removeAuthority', (tx, act) => removeAuthority(tx, { ...act, id: 'none' })),
	administrators('addYear', (tx, act) => addYear(tx, { ...act, calendar, year: 2031, source })),
	administrators('confirmYear', (tx, act) => confirmYear(tx, { ...act, calendar, year: 2026, source })),
]

const DESK = ['ENV:clerk', 'ENV:executor', 'ENV:approver']
const snippet = { bodyId: 'ENV', title: 'Greeting', language: 'ru', text: 'Good day' }

const snippets: readonly Row[] = [
	row('saveSnippet', DESK, (tx, act) => saveSnippet(tx, { ...act, ...snippet })),
	row('removeSnippet', DESK, (tx, act) => removeSnippet(tx, { ...act, id: 'any', bodyId: 'ENV' })),
]

/** What moderators do to one public question. */
const moderated = (
	name: string,
	attempt: (tx: Writer, act: Act & { subject: 'inquiry'; id: string }) => Outcomes,
): Row => ({
	name,
	allowed: ['moderator'],
	async arrange(world) {
		const { inquiryId } = await world.file()
		return { attempt: (tx, actor) => attempt(tx, { subject: 'inquiry', id: inquiryId, actor, now }) }
	},
})

const moderation: readonly Row[] = [
	moderated('hideText', (tx, act) =>
		hideText(tx, { ...act, reason: 'insult', explanation: 'The last line' }),
	),
	moderated('liftHiding', liftHiding),
	moderated('decideReport', decideReport),
]

export const officeActs: readonly Row[] = [...administration, ...snippets, ...moderation]
