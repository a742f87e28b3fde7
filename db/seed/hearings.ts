import { addDays, type Day } from '#app/deadlines/day.ts'
import { addAssessment, addDocument } from '#app/dossiers/add.server.ts'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { postDocuments } from '#app/dossiers/post.server.ts'
import { takeIn } from '#app/files/accept.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { announceHearing } from '#app/hearings/announce.server.ts'
import { addChannel } from '#app/hearings/channels.server.ts'
import { describeHearing, startHearing, writeHearing } from '#app/hearings/draft.server.ts'
import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import { appointOfficer } from '#app/hearings/officers.server.ts'
import { acceptRequest, requestHearing } from '#app/hearings/request.server.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { enterRemark } from '#app/remarks/enter.server.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import type { HearingForm, Position } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { members } from './content/people.ts'
import type { BodyCode, Lang, Words } from './content/types.ts'
import { actors, citizens, joining } from './people.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, PROFILE, type Timeline } from './timeline.ts'

/** What is heard, and who asks for it. */
export interface Heard {
	title: Words
	subject: Words
	place: Words
	initiator: string
	contact: string
}

type Work = (tx: Writer, acting: ActingOnHearing) => Promise<Outcome<unknown, string>>

/** One hearing of the demo, and its acts one by one. */
export interface Tale {
	key: string
	heard: Heard
	timeline: Timeline
	/** Who asks for it, or holds it. */
	initiator: Actor
	/** The body that chairs it; none where a group holds it. */
	body: BodyCode | null
	lang: Lang
	region: string
	id(): number
	act(at: Date, what: string, actor: Actor, work: Work): Step
	begun(id: number): void
}

export const person = (id: string): Actor => ({ personId: id, roles: [], level: 2 })
export const official = (key: string): Actor => {
	const actor = actors.get(key)
	if (!actor) throw new Error(`nobody is ${key}`)
	return actor
}

export function taleOf(
	given: Pick<Tale, 'key' | 'heard' | 'timeline' | 'body' | 'lang' | 'region'> & { initiator: string },
): Tale {
	let made = 0
	const id = () => made
	return {
		...given,
		initiator: person(given.initiator),
		id,
		begun: (id) => {
			made = id
		},
		act: (at, what, actor, work) => ({
			at,
			what: `${given.key} ${what}`,
			work: async (tx) =>
				void mustBe(`${given.key} ${what}`, await work(tx, { hearingId: id(), actor, now: at })),
		}),
	}
}

export const deskOf = ({ body, initiator }: Tale, role: 'clerk' | 'executor' | 'approver') =>
	body ? official(`${body}-${role}`) : initiator

/** A file of words, as somebody would hand it in. */
export async function paper(name: string, text: string) {
	const { stored } = await takeIn([new File([text], `${name}.txt`, { type: 'text/plain' })])
	return async (tx: Writer, { actor, now }: ActingOnHearing, title: string, language: Lang) => {
		const [fileId = ''] = await keepFiles(tx, { stored, by: actor.personId, now })
		return { title, language, fileId, words: text }
	}
}

export interface Told {
	asked: Day
	posted: Day
	announced: Day
	startsOn: Day
	time: string
	form: HearingForm
	seats: number | null
	streamUrl?: string
	documents: readonly (readonly [
		kind: 'report' | 'statement' | 'map' | 'annex' | 'draft_act' | 'plan',
		title: string,
		text: string,
	])[]
	officers: { chair: string; secretary: string }
}

/** From the first draft to the announcement, each on a day that the law allows. */
export async function announcing(tale: Tale, told: Told): Promise<Step[]> {
	const { asked, posted, announced, documents } = told
	const { initiator, body, heard } = tale
	const approver = deskOf(tale, 'approver')
	const papers = await Promise.all(documents.map(([, title, text]) => paper(title, text)))
	const at = momentOf
	const languages: readonly Lang[] = ['kk', 'ru', 'en']
	const steps: Step[] = [
		{
			at: at(asked, '10:00'),
			what: `${tale.key} draft`,
			work: (tx) => draft(tx, tale, told, at(asked, '10:00')),
		},
		...languages.map((language) =>
			tale.act(at(asked, '10:20'), `text ${language}`, initiator, (tx, acting) =>
				writeHearing(tx, {
					...acting,
					language,
					written: { title: heard.title[language], subject: heard.subject[language], place: '' },
				}),
			),
		),
		...documents.map(([kind, title], which) =>
			tale.act(at(asked, '11:00'), title, initiator, async (tx, acting) =>
				addDocument(tx, {
					...acting,
					kind,
					version: await (papers[which] as (typeof papers)[number])(tx, acting, title, 'ru'),
				}),
			),
		),
	]
	if (body)
		steps.push(
			tale.act(at(asked, '12:00'), 'request', initiator, requestHearing),
			tale.act(at(posted, '09:10'), 'accept', approver, (tx, acting) =>
				acceptRequest(tx, { ...acting, receivedOn: posted }),
			),
		)
	for (const role of ['chair', 'secretary'] as const)
		steps.push(
			tale.act(at(posted, '09:30'), role, deskOf(tale, 'clerk'), (tx, acting) =>
				appointOfficer(tx, { ...acting, role, email: emailOf(told.officers[role]), position: '' }),
			),
		)
	steps.push(
		tale.act(at(posted, '10:00'), 'post', deskOf(tale, 'clerk'), postDocuments),
		tale.act(at(announced, '11:00'), 'announce', approver, (tx, acting) =>
			announceHearing(tx, { ...acting, announcement: announcementOf(tale, told) }),
		),
		...(body ? published(tale, at(announced, '12:00'), announced) : []),
	)
	return steps
}

async function draft(tx: Writer, tale: Tale, told: Told, now: Date): Promise<void> {
	const { initiator, body, heard, lang, region, key } = tale
	const actor = { ...initiator, personId: String(initiator.personId) }
	const { initiator: initiatorName, contact: initiatorContact } = heard
	const started = await startHearing(tx, {
		actor,
		civic: body === null,
		language: lang,
		initiatorName,
		profileId: PROFILE.id,
		now,
	})
	const { hearingId } = mustBe(`${key} draft`, started)
	tale.begun(hearingId)
	const described = {
		bodyId: body,
		form: told.form,
		legalGround: Object.keys(PROFILE.hearing.held_for)[0] ?? '',
		initiatorName,
		initiatorCode: '',
		initiatorContact,
		regions: [region],
	}
	mustBe(`${key} description`, await describeHearing(tx, { hearingId, actor, now, described }))
}

const announcementOf = ({ heard, key }: Tale, { form, startsOn, time, seats, streamUrl }: Told) => ({
	form,
	startsOn,
	time,
	endsOn: null,
	discussionRule: null,
	places: heard.place,
	commentsAddress: `${key.toLowerCase()}@demo.example`,
	seats,
	streamUrl: streamUrl ?? null,
})

/** In a newspaper, on the air and on two sites, in both languages of the law. */
function published(tale: Tale, at: Date, publishedOn: Day): Step[] {
	const where = [
		['newspaper', { kk: '«Тауқала таңы» (демо)', ru: '«Утро Таукалы» (демо)' }],
		['tv_or_radio', { kk: '«Тауқала» телеарнасы (демо)', ru: 'Телеканал «Таукала» (демо)' }],
		['official_site', { kk: 'Әкімдік сайты (демо)', ru: 'Сайт акимата (демо)' }],
		['official_site', { kk: 'Экология порталы (демо)', ru: 'Портал экологии (демо)' }],
	] as const
	return (['kk', 'ru'] as const).flatMap((language) =>
		where.map(([channel, name], which) =>
			tale.act(at, `${channel} ${language}`, deskOf(tale, 'clerk'), (tx, acting) =>
				addChannel(tx, {
					...acting,
					publication: {
						channel,
						name: name[language],
						language,
						publishedOn,
						link: `https://news.example/${language}/${which + 1}`,
						fileId: null,
					},
				}),
			),
		),
	)
}

function emailOf(key: string): string {
	const email = members.find((member) => member.key === key)?.email ?? citizens.get(key)?.email
	if (!email) throw new Error(`${key} has no address`)
	return email
}

/** An assessment that somebody else adds. */
export async function assessing(
	tale: Tale,
	at: Date,
	author: Actor,
	given: {
		kind: 'group_assessment' | 'expert_assessment'
		stance: Position
		author: string
		title: string
		text: string
	},
): Promise<Step> {
	const file = await paper(given.title, given.text)
	return tale.act(at, given.title, author, async (tx, acting) => {
		const { kind, stance, author } = given
		return addAssessment(tx, {
			...acting,
			kind,
			stance,
			author,
			version: await file(tx, acting, given.title, 'ru'),
		})
	})
}

interface Said {
	position: Position
	lang: Lang
	text: string
	/** Of the first document, where it speaks to one. */
	paragraph?: number
}

/** One after another over so many days: those who have an account on the site, then those who write letters. */
export function remarking(
	tale: Tale,
	said: readonly Said[],
	{ from, until }: { from: Date; until: Date },
): Step[] {
	const AT_ONCE = 20
	const others = joining.filter(({ id }) => id !== tale.initiator.personId)
	const momentAt = (at: number) =>
		new Date(from.getTime() + ((until.getTime() - from.getTime()) * at) / said.length)
	const steps: Step[] = []
	for (let first = 0; first < said.length; first += AT_ONCE) {
		const some = said.slice(first, first + AT_ONCE)
		const last = momentAt(first + some.length - 1)
		steps.push({
			at: last,
			what: `${tale.key} remarks`,
			work: async (tx) => {
				for (const [which, one] of some.entries()) {
					const at = first + which
					const kept = await remark(tx, tale, one, others[at]?.id, { at, now: momentAt(at), entered: last })
					mustBe(`${tale.key} remark ${at}`, kept)
				}
			},
		})
	}
	return steps
}

async function remark(
	tx: Writer,
	tale: Tale,
	{ position, lang: language, text, paragraph }: Said,
	personId: string | undefined,
	{ at, now, entered }: { at: number; now: Date; entered: Date },
): Promise<Outcome<unknown, string>> {
	const hearingId = tale.id()
	const affiliation = at % 9 === 4 ? 'civic_group' : 'resident'
	const given = { hearingId, position, affiliation, language, text, region: tale.region } as const
	if (personId) {
		const [first] = paragraph ? await dossierOf(tx, hearingId) : []
		return submitRemark(tx, {
			...given,
			place: first && paragraph ? { documentId: first.id, version: 1, paragraph } : undefined,
			actor: person(personId),
			published: true,
			showName: at % 3 > 0,
			now,
		})
	}
	const name = `${{ kk: 'Хат иесі', ru: 'Автор письма', en: 'Letter writer' }[language]} ${at + 1}`
	return enterRemark(tx, {
		...given,
		actor: deskOf(tale, 'clerk'),
		name,
		publicName: at % 2 > 0 ? name : null,
		email: null,
		published: true,
		receivedAt: now,
		fileIds: [],
		now: entered,
	})
}

/** What each group says, mixed as it came. */
export function mixed(groups: readonly (Said & { people: number })[]): Said[] {
	const all = groups.flatMap((group) =>
		Array.from({ length: group.people }, (_, at) => ({ group, order: (at + 0.5) / group.people })),
	)
	return all.sort((a, b) => a.order - b.order).map(({ group }) => group)
}

/** So many days before. */
export const before = (day: Day, days: number): Day => addDays(day, -days)
