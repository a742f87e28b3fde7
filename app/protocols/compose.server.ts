import { createHash, createHmac } from 'node:crypto'
import { and, asc, count, eq, inArray, ne } from 'drizzle-orm'
import { type Hearing, textsOf } from '#app/hearings/hearing.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { bodies, type Words } from '#db/schema/bodies.ts'
import { files } from '#db/schema/files.ts'
import {
	agendaItems,
	attendances,
	attendees,
	documentVersions,
	type HearingDuty,
	hearingBreaches,
	hearingChannels,
	hearingDocuments,
	hearingOfficers,
	hearings,
	hearingTerritories,
	remarkGroups,
	remarks,
	roomAnnouncements,
	roomPolls,
	roomQuestions,
	speeches,
} from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import type { ProtocolContent, ProtocolGroup, ProtocolSpeech } from './content.ts'

/** Stands for a text that not everybody may read. Nobody tries out what it may say: it takes the key of the installation. */
const sealed = (text: string) =>
	createHmac('sha256', configuration().IDENTITY_KEY).update(`remark-text:${text}`).digest('hex')

const iso = (at: Date | null) => at?.toISOString() ?? null
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Draws the protocol up from the record as it is now. */
export async function composeProtocol(
	read: Reader,
	hearing: Hearing,
	mustHave: readonly string[],
): Promise<ProtocolContent> {
	const { id } = hearing
	return {
		hearing: await headOf(read, hearing),
		notHeld:
			hearing.state === 'not_held'
				? { ground: hearing.notHeldGround ?? '', reason: hearing.notHeldReason ?? '' }
				: null,
		officers: await officersOf(read, id),
		channels: await channelsOf(read, id),
		dossier: await dossierOf(read, id),
		...(await attendanceOf(read, id)),
		...(await sessionOf(read, hearing)),
		groups: await groupsOf(read, id),
		withdrawn: await read.$count(remarks, and(eq(remarks.hearingId, id), eq(remarks.state, 'withdrawn'))),
		...(await saidInRoom(read, id)),
		breaches: await breachesOf(read, id),
		challenge: !hearing.civic && mustHave.includes('right_to_challenge') ? challengeWords() : null,
	}
}

const challengeWords = (): Words =>
	Object.fromEntries(
		LANGUAGES.map((language) => [language, translator(language)('protocols:challenge')]),
	) as Words

async function headOf(read: Reader, hearing: Hearing): Promise<ProtocolContent['hearing']> {
	const [body] = hearing.bodyId
		? await read.select({ names: bodies.names }).from(bodies).where(eq(bodies.id, hearing.bodyId))
		: []
	const [earlier] = hearing.repeatOf
		? await read.select({ number: hearings.number }).from(hearings).where(eq(hearings.id, hearing.repeatOf))
		: []
	const territories = await read
		.select({ region: hearingTerritories.region })
		.from(hearingTerritories)
		.where(eq(hearingTerritories.hearingId, hearing.id))
		.orderBy(asc(hearingTerritories.region))
	const texts = await textsOf(read, hearing)
	return {
		number: hearing.number ?? '',
		form: hearing.form,
		civic: hearing.civic,
		profile: `${hearing.profileId} ${hearing.profileVersion}`,
		language: hearing.language,
		authority: body?.names ?? null,
		initiator: {
			name: hearing.initiatorName,
			code: hearing.initiatorCode,
			contact: hearing.initiatorContact,
		},
		legalGround: hearing.legalGround,
		territories: territories.map(({ region }) => region),
		texts: texts.map(({ language, title, place }) => ({ language, title, place })),
		repeatOf: earlier?.number ?? null,
		announcedAt: iso(hearing.announcedAt),
		startsAt: iso(hearing.startsAt),
		endsOn: hearing.endsOn,
		remarksUntil: hearing.remarksUntil,
		startedAt: iso(hearing.startedAt),
		endedAt: iso(hearing.endedAt),
	}
}

const officersOf = (read: Reader, hearingId: number) =>
	read
		.select({ role: hearingOfficers.role, name: hearingOfficers.name, position: hearingOfficers.position })
		.from(hearingOfficers)
		.where(eq(hearingOfficers.hearingId, hearingId))
		.orderBy(asc(hearingOfficers.role), asc(hearingOfficers.personId))

const channelsOf = (read: Reader, hearingId: number) =>
	read
		.select({
			notice: hearingChannels.notice,
			channel: hearingChannels.channel,
			name: hearingChannels.name,
			language: hearingChannels.language,
			publishedOn: hearingChannels.publishedOn,
			link: hearingChannels.link,
			sha256: files.sha256,
		})
		.from(hearingChannels)
		.leftJoin(files, eq(files.id, hearingChannels.fileId))
		.where(eq(hearingChannels.hearingId, hearingId))
		.orderBy(asc(hearingChannels.notice), asc(hearingChannels.publishedOn), asc(hearingChannels.id))

async function dossierOf(read: Reader, hearingId: number): Promise<ProtocolContent['dossier']> {
	const documents = await read
		.select({
			id: hearingDocuments.id,
			party: hearingDocuments.party,
			author: hearingDocuments.author,
			hiddenAt: hearingDocuments.hiddenAt,
		})
		.from(hearingDocuments)
		.where(eq(hearingDocuments.hearingId, hearingId))
		.orderBy(asc(hearingDocuments.position), asc(hearingDocuments.id))
	const versions = await read
		.select({
			documentId: documentVersions.documentId,
			version: documentVersions.version,
			title: documentVersions.title,
			language: documentVersions.language,
			sha256: documentVersions.sha256,
			addedAt: documentVersions.addedAt,
			frozenAt: documentVersions.frozenAt,
			material: documentVersions.material,
			reason: documentVersions.materialReason,
		})
		.from(documentVersions)
		.innerJoin(hearingDocuments, eq(hearingDocuments.id, documentVersions.documentId))
		.where(eq(hearingDocuments.hearingId, hearingId))
		.orderBy(asc(documentVersions.version))
	// What was taken out of sight is named by its hash alone.
	return documents.map(({ id, party, author, hiddenAt }) => ({
		party,
		author: hiddenAt ? '' : author,
		versions: versions
			.filter(({ documentId }) => documentId === id)
			.map(({ documentId: _, addedAt, frozenAt, ...version }) => ({
				...version,
				title: hiddenAt ? '' : version.title,
				addedAt: addedAt.toISOString(),
				frozen: frozenAt !== null,
			})),
	}))
}

async function attendanceOf(
	read: Reader,
	hearingId: number,
): Promise<Pick<ProtocolContent, 'attendance' | 'participants'>> {
	const all = await read
		.select({
			id: attendees.id,
			name: attendees.name,
			affiliation: attendees.affiliation,
			representing: attendees.representing,
			inHall: attendees.inHall,
			cancelledAt: attendees.cancelledAt,
		})
		.from(attendees)
		.where(eq(attendees.hearingId, hearingId))
		.orderBy(asc(attendees.registeredAt), asc(attendees.id))
	const here = await read
		.selectDistinct({ id: attendances.attendeeId })
		.from(attendances)
		.innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
		.where(eq(attendees.hearingId, hearingId))
	const present = new Set(here.map(({ id }) => id))
	const came = all.filter(({ id }) => present.has(id))
	const affiliations = [...new Set(all.map(({ affiliation }) => affiliation))].sort()
	return {
		attendance: affiliations.map((affiliation) => {
			const those = came.filter((one) => one.affiliation === affiliation)
			return {
				affiliation,
				registered: all.filter((one) => one.affiliation === affiliation && !one.cancelledAt).length,
				came: those.length,
				inHall: those.filter(({ inHall }) => inHall).length,
			}
		}),
		participants: came.map(({ name, affiliation, representing, inHall }) => ({
			name,
			affiliation,
			representing,
			inHall,
		})),
	}
}

async function sessionOf(
	read: Reader,
	{ id: hearingId, endedAt }: Hearing,
): Promise<Pick<ProtocolContent, 'agenda' | 'speeches' | 'waited'>> {
	const items = await read
		.select()
		.from(agendaItems)
		.where(eq(agendaItems.hearingId, hearingId))
		.orderBy(asc(agendaItems.position), asc(agendaItems.id))
	const called = await read
		.select({ speech: speeches, name: attendees.name, affiliation: attendees.affiliation })
		.from(speeches)
		.innerJoin(attendees, eq(attendees.id, speeches.attendeeId))
		.where(and(eq(speeches.hearingId, hearingId), inArray(speeches.state, ['spoke', 'passed'])))
		.orderBy(asc(speeches.calledAt), asc(speeches.turn))
	// Passed over by the end of the session itself.
	const waited = called.filter(
		({ speech }) => speech.calledAt === null && speech.endedAt?.getTime() === endedAt?.getTime(),
	)
	const of = (itemId: string | null): ProtocolSpeech[] =>
		called
			.filter((one) => !waited.includes(one))
			.filter(({ speech }) => speech.agendaItemId === itemId)
			.map(({ speech, name, affiliation }) => ({
				name,
				affiliation,
				position: speech.position,
				calledAt: iso(speech.calledAt),
				endedAt: iso(speech.endedAt),
				spoke: speech.state === 'spoke',
				deviation: speech.deviation,
				remark: speech.remarkOrdinal,
			}))
	return {
		agenda: items.map(({ id, titles, minutes, startedAt, endedAt }) => ({
			titles,
			minutes,
			startedAt: iso(startedAt),
			endedAt: iso(endedAt),
			speeches: of(id),
		})),
		speeches: of(null),
		waited: waited[0] ? { people: waited.length, reason: waited[0].speech.deviation ?? '' } : null,
	}
}

async function groupsOf(read: Reader, hearingId: number): Promise<ProtocolGroup[]> {
	const groups = await read
		.select()
		.from(remarkGroups)
		.where(eq(remarkGroups.hearingId, hearingId))
		.orderBy(asc(remarkGroups.ordinal))
	const made = await read
		.select()
		.from(remarks)
		.where(and(eq(remarks.hearingId, hearingId), ne(remarks.state, 'withdrawn')))
		.orderBy(asc(remarks.ordinal))
	const byGroup = new Map(groups.map(({ id }) => [id, [] as typeof made]))
	for (const remark of made) byGroup.get(remark.groupId)?.push(remark)
	return groups.flatMap((group) => {
		const { id, ordinal, title, peopleFor, peopleAgainst, peopleNeutral, answer, unresolved } = group
		const its = byGroup.get(id) ?? []
		if (its.length === 0) return []
		return {
			ordinal,
			title: mayBeNamed(group, its) ? title : '',
			people: { for: peopleFor, against: peopleAgainst, neutral: peopleNeutral },
			answer,
			unresolved,
			remarks: its.map((remark) => ({
				ordinal: remark.ordinal,
				channel: remark.channel,
				position: remark.position,
				affiliation: remark.affiliation,
				name: remark.publicName,
				language: remark.language,
				text: remark.published ? (remark.redacted ?? remark.text) : null,
				sha256: remark.published && remark.redacted === null ? sha256(remark.text) : sealed(remark.text),
				receivedAt: remark.receivedAt.toISOString(),
				late: remark.late,
				state: remark.state === 'standing' ? ('standing' as const) : ('not_counted' as const),
				reason: remark.stateReason ?? remark.redactionReason,
			})),
		}
	})
}

/** A row is called by the first words of a remark: not where its author lets nobody read them. */
function mayBeNamed(
	{ remarkOrdinal }: { remarkOrdinal: number },
	its: (typeof remarks.$inferSelect)[],
): boolean {
	const read = its.find(({ ordinal }) => ordinal === remarkOrdinal)
	return Boolean(read?.published && read.redacted === null)
}

/** What was asked and hidden by the moderator, or never shown, is no part of it but for how much of it there was. */
async function saidInRoom(
	read: Reader,
	hearingId: number,
): Promise<Pick<ProtocolContent, 'questions' | 'unshown' | 'polls' | 'announcements'>> {
	const questions = await read
		.select({
			text: roomQuestions.text,
			language: roomQuestions.language,
			affiliation: roomQuestions.affiliation,
			votes: roomQuestions.votes,
			answer: roomQuestions.answer,
		})
		.from(roomQuestions)
		.where(
			and(
				eq(roomQuestions.hearingId, hearingId),
				inArray(roomQuestions.state, ['shown', 'live', 'answered']),
			),
		)
		.orderBy(asc(roomQuestions.askedAt), asc(roomQuestions.id))
	const polls = await read
		.select({ question: roomPolls.questions, options: roomPolls.options, result: roomPolls.result })
		.from(roomPolls)
		.where(and(eq(roomPolls.hearingId, hearingId), eq(roomPolls.state, 'closed')))
		.orderBy(asc(roomPolls.position))
	const said = await read
		.select({
			text: roomAnnouncements.text,
			language: roomAnnouncements.language,
			saidAt: roomAnnouncements.saidAt,
		})
		.from(roomAnnouncements)
		.where(eq(roomAnnouncements.hearingId, hearingId))
		.orderBy(asc(roomAnnouncements.saidAt), asc(roomAnnouncements.id))
	return {
		questions,
		unshown: await unshownIn(read, hearingId),
		polls,
		announcements: said.map((one) => ({ ...one, saidAt: one.saidAt.toISOString() })),
	}
}

async function unshownIn(read: Reader, hearingId: number): Promise<ProtocolContent['unshown']> {
	const { hiddenReason: reason, state, hearingId: of } = roomQuestions
	const rows = await read
		.select({ state, reason, questions: count() })
		.from(roomQuestions)
		.where(and(eq(of, hearingId), inArray(state, ['waiting', 'hidden'])))
		.groupBy(state, reason)
	return {
		hidden: rows
			.filter(({ state }) => state === 'hidden')
			.map(({ reason, questions }) => ({ reason: reason ?? '', questions }))
			.sort((a, b) => b.questions - a.questions || (a.reason < b.reason ? -1 : 1)),
		unread: rows.find(({ state }) => state === 'waiting')?.questions ?? 0,
	}
}

/** What was broken before and during the hearing; what comes after it is no matter of its protocol. */
const BEFORE: readonly HearingDuty[] = ['answer_request', 'post_documents', 'announce']

const breachesOf = (read: Reader, hearingId: number) =>
	read
		.select({ duty: hearingBreaches.duty, dueOn: hearingBreaches.dueOn })
		.from(hearingBreaches)
		.where(and(eq(hearingBreaches.hearingId, hearingId), inArray(hearingBreaches.duty, [...BEFORE])))
		.orderBy(asc(hearingBreaches.dueOn), asc(hearingBreaches.duty))
