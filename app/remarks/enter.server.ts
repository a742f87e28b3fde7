import { type ActingOnHearing, openHearing } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { regionsOf, UNKNOWN_REGION } from '#app/jurisdictions/region.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { foldEmail } from '#app/people/email.ts'
import { humanHash, humanHashes, signingPerson } from '#app/people/signer.server.ts'
import { wordsOf } from '#app/text/fold.ts'
import type { Affiliation, Position } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { type KeptRemark, keepRemark, ownHash } from './keep.server.ts'
import { isLate, isSealed } from './remark.ts'
import { matterOf } from './submit.server.ts'
import { tellAuthor } from './tell-author.server.ts'

/** What the desk or the secretary writes down for somebody who did not come by the site. */
interface Taken {
	position: Position
	affiliation: Affiliation
	language: string
	text: string
	/** As it stands on the letter, or was said. */
	name: string
	publicName: string | null
	/** Anything but a region of the law in force counts as not known. */
	region: string
}

export interface EnteredLetter extends ActingOnHearing, Taken {
	email: string | null
	published: boolean
	/** When it arrived, which decides whether it was in time. */
	receivedAt: Date
	fileIds: readonly string[]
}

type EnterRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'future' | 'early'

/** A remark that came on paper or by e-mail (Environmental Code 73(7)). */
export async function enterRemark(
	tx: Writer,
	{ receivedAt, fileIds, email, ...entered }: EnteredLetter,
): Promise<Outcome<KeptRemark, EnterRefusal>> {
	const opened = await openHearing(tx, 'enter-remark', entered)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	if (isSealed(hearing)) return refused('wrong-state')
	if (receivedAt > entered.now) return refused('future')
	if (hearing.postedAt && receivedAt < hearing.postedAt) return refused('early')
	const late = isLate(receivedAt, hearing)
	const kept = await keepRemark(
		tx,
		opened.value,
		{
			...asKept(entered, hearing.profileId),
			channel: 'letter',
			published: entered.published,
			publicName: entered.published ? entered.publicName : null,
			personId: null,
			authorHash: humanHash(
				matterOf(hearing.id),
				email ? { emailFolded: foldEmail(email) } : { name: foldName(entered.name) },
			),
			email,
			level: 0,
			receivedAt,
			late,
			fileIds,
		},
		entered,
	)
	await tellAuthor(tx, {
		notice: late ? 'remark-received-late' : 'remark-received',
		hearing,
		remark: { ...kept, personId: null, email, language: entered.language },
		now: entered.now,
	})
	return done(kept)
}

export interface SaidRemark extends ActingOnHearing, Taken {
	channel: 'oral'
	agendaItemId: string | null
	/** Of somebody who is registered under an account. */
	personId: string | null
}

/** What was said in the session, taken down by the secretary: it is in time until the session ends (73(7)). */
export async function takeDownRemark(
	tx: Writer,
	said: SaidRemark,
): Promise<Outcome<KeptRemark, EnterRefusal>> {
	const opened = await openHearing(tx, 'enter-remark', said)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	if (isSealed(hearing)) return refused('wrong-state')
	const matter = matterOf(hearing.id)
	const known = said.personId ? await signingPerson(tx, said.personId) : undefined
	const [first = humanHash(matter, { name: foldName(said.name) }), ...others] = known
		? humanHashes(matter, known)
		: []
	const kept = await keepRemark(
		tx,
		opened.value,
		{
			...asKept(said, hearing.profileId),
			channel: 'oral',
			// It was said before everybody.
			published: true,
			publicName: said.publicName,
			personId: said.personId,
			authorHash: await ownHash(tx, hearing.id, [first, ...others]),
			email: null,
			level: known ? (known.identifierHash ? 2 : 1) : 0,
			agendaItemId: said.agendaItemId,
			receivedAt: said.now,
			late: false,
		},
		said,
	)
	await tellAuthor(tx, {
		notice: 'remark-taken-down',
		hearing,
		remark: { ...kept, personId: said.personId, email: null, language: said.language },
		now: said.now,
	})
	return done(kept)
}

const asKept = ({ position, affiliation, language, text, name, region }: Taken, profileId: string) => ({
	position,
	affiliation,
	language,
	text,
	authorName: name,
	region: regionsOf(profileId).includes(region) ? region : UNKNOWN_REGION,
})

/** A name as it tells one human from another where nothing else is known of them. */
const foldName = (name: string) => wordsOf(name).join(' ')
