import { eq } from 'drizzle-orm'
import { addDays, addMonths, type Day } from '#app/deadlines/day.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { withInitial } from '#app/people/name.ts'
import { signerHashes, signingPerson } from '#app/people/signer.server.ts'
import { informMedia, passPetition } from '#app/petitions/check.server.ts'
import { addressPetition, startPetition } from '#app/petitions/draft.server.ts'
import { gatherSponsors } from '#app/petitions/gather.server.ts'
import { type ActingOnPetition, petitionById } from '#app/petitions/petition.server.ts'
import { writePetition } from '#app/petitions/write.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { petitions } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { petitions as seeds } from './content/petitions.ts'
import type { Lang, PetitionKey, PetitionSeed } from './content/types.ts'
import { actors, citizens, joining } from './people.ts'
import type { Wave } from './signatures.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, PROFILE, type Timeline } from './timeline.ts'
import { waveSteps } from './waves.ts'

/** What the steps of all petitions share: what was made of which key, once it is. */
export interface PetitionStory {
	timeline: Timeline
	secretKey: string
	/** So much of all signatures, and as much lower thresholds: a test needs no hundred thousand. */
	scale: number
	made: Map<PetitionKey, number>
}

/** One petition of the demo. */
export interface Course {
	story: PetitionStory
	seed: PetitionSeed
	/** Its acts, one by one. */
	act(when: Date, what: string, who: Actor, work: PetitionWork): Step
	wave(wave: Wave): Step[]
	id(): number
}

type PetitionWork = (tx: Writer, acting: ActingOnPetition) => Promise<Outcome<unknown, string>>

/** How many sign before a petition is checked. */
const SPONSORS = 50

export const moderator = actors.get('moderator') as Actor

export const authorOf = ({ seed }: Course): Actor => ({ personId: seed.author, roles: [], level: 3 })

export function courseOf(story: PetitionStory, key: PetitionKey): Course {
	const seed = seeds.find((one) => one.key === key)
	if (!seed) throw new Error(`no ${key}`)
	const id = () => story.made.get(key) as number
	let waves = 0
	return {
		story,
		seed,
		id,
		act: (at, what, actor, work) => ({
			at,
			what: `${key} ${what}`,
			work: async (tx) => void mustBe(`${key} ${what}`, await work(tx, { petitionId: id(), actor, now: at })),
		}),
		wave: (wave) => {
			const count = Math.round(wave.count * story.scale)
			return waveSteps({ ...wave, count }, seeds.indexOf(seed) * 100 + waves++, id)
		},
	}
}

/** Written, and given a link by which so many of its first supporters find it, up to a moment. */
export function gathering(course: Course, linked: Date, until: Date, sponsors = SPONSORS): Step[] {
	const { story, seed } = course
	const draft: Step = {
		at: linked,
		what: `${seed.key} link`,
		work: async (tx) => {
			await writeDraft(tx, course, linked)
			const acting = { petitionId: course.id(), actor: authorOf(course), now: linked }
			mustBe(`${seed.key} link`, await gatherSponsors(tx, { ...acting, secretKey: story.secretKey }))
			if (story.scale !== 1) await lowerThresholds(tx, course)
		},
	}
	const lots = 5
	const others = joining.filter(({ id }) => id !== seed.author)
	const first = seeds.indexOf(seed) * 7
	const lotSteps = Array.from({ length: lots }, (_, lot): Step => {
		const at = new Date(linked.getTime() + ((until.getTime() - linked.getTime()) * (lot + 1)) / lots)
		const [from, to] = [lot, lot + 1].map((one) => first + Math.floor((sponsors * one) / lots))
		const signing = others.slice(from, to).map(({ id }) => id)
		return { at, what: `${seed.key} sponsors`, work: (tx) => sponsor(tx, course.id(), signing, at) }
	})
	return [draft, ...lotSteps]
}

async function writeDraft(tx: Writer, course: Course, now: Date): Promise<void> {
	const { seed, story } = course
	const { key, lang: language, author } = seed
	const actor = { ...authorOf(course), personId: author }
	const started = await startPetition(tx, {
		actor,
		profileId: PROFILE.id,
		language,
		author: translator(language)('people:author'),
		now,
	})
	const { petitionId } = mustBe(`${key} draft`, started)
	story.made.set(key, petitionId)
	const acting = { petitionId, actor, now }
	const representing = seed.representing?.[language] ?? ''
	mustBe(`${key} address`, await addressPetition(tx, { ...acting, bodyId: seed.to, representing }))
	for (const [lang, written] of Object.entries(seed.texts))
		mustBe(`${key} text`, await writePetition(tx, { ...acting, language: lang as Lang, written }))
}

async function lowerThresholds(tx: Writer, { id, story }: Course): Promise<void> {
	const petition = await petitionById(tx, id())
	const lower = (needed: number) => Math.ceil((needed - SPONSORS) * story.scale) + SPONSORS
	const thresholds = petition?.thresholds?.map(({ key, needed }) => ({ key, needed: lower(needed) }))
	await tx.update(petitions).set({ thresholds }).where(eq(petitions.id, id()))
}

/** People of the demo, as they are known to it. */
async function sponsor(
	tx: Writer,
	petitionId: number,
	personIds: readonly string[],
	now: Date,
): Promise<void> {
	const petition = await petitionById(tx, petitionId)
	const level = Math.max(2, petition?.signatureLevel ?? 0)
	const asked = []
	for (const personId of personIds) {
		const person = await signingPerson(tx, personId)
		const [signer, ...further] = person ? signerHashes(petitionId, person) : []
		if (!person || !signer) throw new Error(`nobody is ${personId}`)
		asked.push({
			signers: [signer, ...further] as [string, ...string[]],
			level,
			method: level === 3 ? ('eds' as const) : ('oidc' as const),
			region: person.region ?? 'unknown',
			personId,
			fullName: person.fullName,
			publicName: withInitial(person.fullName),
			language: citizens.get(personId)?.lang ?? 'kk',
			updates: false,
			byLink: true,
			at: now,
		})
	}
	for (const taken of await takeSignatures(tx, petitionId, asked, now)) mustBe('sponsor', taken)
}

/** Everything up to its publication on a day: the link a month before, the check for the last twelve days. */
export function publishedOn(course: Course, day: Day): { steps: Step[]; at: Date } {
	const at = momentOf(day, '11:00')
	return {
		at,
		steps: [
			...gathering(course, momentOf(addDays(day, -30), '10:00'), momentOf(addDays(day, -12), '19:20')),
			course.act(at, 'check', moderator, passPetition),
			course.act(momentOf(addDays(day, 3), '15:40'), 'media', moderator, informMedia),
		],
	}
}

/** The day on which one is published that collects for six months up to a day, or a little longer. */
export function sixMonthsBefore(day: Day): Day {
	let published = addMonths(day, -6)
	while (addMonths(published, 6) < day) published = addDays(published, 1)
	return published
}
