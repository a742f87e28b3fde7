import { announceHearing } from '#app/hearings/announce.server.ts'
import { callOffHearing } from '#app/hearings/call-off.server.ts'
import { addChannel } from '#app/hearings/channels.server.ts'
import { describeHearing, discardHearing, writeHearing } from '#app/hearings/draft.server.ts'
import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import type { HearingAct } from '#app/hearings/hearing.ts'
import { SIGNED_HEARING_ACTS } from '#app/hearings/hearing.ts'
import { linkToHearing, unlinkFromHearing } from '#app/hearings/link.server.ts'
import { appointOfficer, dismissOfficer } from '#app/hearings/officers.server.ts'
import { acceptRequest, refuseRequest, requestHearing } from '#app/hearings/request.server.ts'
import type { HearingOfficer, hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { readied } from '#tests/hearings/readied.ts'
import type { World } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')

/** Who has a part in the hearing of `row`: its initiator is `author`, its chair, secretary and moderator these. */
export const OFFICERS = {
	chair: 'ENV:executor',
	secretary: 'HSG:clerk',
	moderator: 'stranger',
} satisfies Record<HearingOfficer, string>

/** The desk of the body: every role in ENV. */
export const DESK = ['ENV:clerk', 'ENV:executor', 'ENV:approver']

/** Readies what the act is done to, and gives what it is told besides who and when. */
type Attempt = (tx: Writer, act: ActingOnHearing & { world: World }) => Outcomes

/** An act to a hearing of ENV that has come so far. */
export const row = (
	name: string,
	act: HearingAct,
	over: Partial<typeof hearings.$inferInsert>,
	allowed: readonly string[],
	attempt: Attempt,
): Row & { act: HearingAct } => ({
	name,
	act,
	allowed,
	async arrange(world) {
		const officers = Object.fromEntries(
			Object.entries(OFFICERS).map(([role, who]) => [role, world.actors[who]]),
		)
		const { id } = await aHearing(world.store, over, officers)
		return { attempt: (tx, actor) => attempt(tx, { hearingId: id, actor, now, world }) }
	},
})

const INITIATOR = ['author']
const APPROVER = ['ENV:approver']
const UNPUBLISHED = { state: 'preparing', notices: 0, postedAt: now } as const

/** What its initiator, the desk of the authority and its approver do before a hearing is held. */
const before: readonly (Row & { act: HearingAct })[] = [
	row('describeHearing', 'edit', { state: 'draft' }, INITIATOR, (tx, act) =>
		describeHearing(tx, {
			...act,
			described: {
				bodyId: 'ENV',
				form: 'open_meeting',
				legalGround: 'environmental_impact_report',
				initiatorName: 'Sample Resort LLP',
				initiatorCode: '',
				initiatorContact: '',
				regions: [],
			},
		}),
	),
	row('writeHearing', 'edit', { state: 'draft' }, INITIATOR, (tx, act) =>
		writeHearing(tx, { ...act, language: 'en', written: { title: 'A', subject: 'B', place: '' } }),
	),
	row('discardHearing', 'discard', { state: 'draft' }, INITIATOR, discardHearing),
	row('requestHearing', 'request', { state: 'draft' }, INITIATOR, async (tx, act) => {
		await readied(tx, act.hearingId, now)
		return requestHearing(tx, act)
	}),
	row('acceptRequest', 'answer-request', { state: 'requested' }, APPROVER, (tx, act) =>
		acceptRequest(tx, { ...act, receivedOn: '2026-01-20' }),
	),
	row('refuseRequest', 'answer-request', { state: 'requested' }, APPROVER, (tx, act) =>
		refuseRequest(tx, { ...act, reason: 'No report.' }),
	),
	row('announceHearing', 'announce', UNPUBLISHED, APPROVER, async (tx, act) => {
		await readied(tx, act.hearingId, now)
		return announceHearing(tx, {
			...act,
			announcement: {
				form: 'open_meeting',
				startsOn: '2026-04-14',
				time: '10:00',
				endsOn: null,
				discussionRule: null,
				places: { en: 'Sample Hall', kk: 'Зал', ru: 'Зал' },
				commentsAddress: 'remarks@env.example',
				seats: null,
				streamUrl: null,
			},
		})
	}),
	row('addChannel', 'add-channel', {}, DESK, (tx, act) =>
		addChannel(tx, {
			...act,
			publication: {
				channel: 'newspaper',
				name: 'The Sample Times',
				language: 'kk',
				publishedOn: '2026-01-20',
				link: 'https://paper.example/1',
				fileId: null,
			},
		}),
	),
	row('appointOfficer', 'appoint', {}, DESK, (tx, act) =>
		appointOfficer(tx, { ...act, role: 'moderator', email: 'HSG-clerk@demo.example', position: '' }),
	),
	row('dismissOfficer', 'appoint', {}, DESK, (tx, act) =>
		dismissOfficer(tx, { ...act, role: 'moderator', personId: 'stranger' }),
	),
	row('linkToHearing', 'link', {}, [...INITIATOR, ...DESK], (tx, act) =>
		linkToHearing(tx, { ...act, kind: 'petition', number: 'P-2026-000001-5', stance: 'against' }),
	),
	row(
		'unlinkFromHearing',
		'link',
		{ state: 'preparing', announcedAt: null },
		[...INITIATOR, ...DESK],
		(tx, act) => unlinkFromHearing(tx, { ...act, kind: 'petition', number: 'P-2026-000001-5' }),
	),
	row('callOffHearing', 'call-off', {}, APPROVER, (tx, act) =>
		callOffHearing(tx, { ...act, reason: 'There is no project any more.' }),
	),
]

export const hearingActs: readonly (Row & { act: HearingAct })[] = [...before]

export const isSignedHearingAct = ({ act }: { act: HearingAct }) => SIGNED_HEARING_ACTS.includes(act)
