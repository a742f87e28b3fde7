import { DEFAULT_LANGUAGE, languageOfPath } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { type AddressedBody, addressees, postAskedUnder } from '#app/inquiries/addressees.server.ts'
import { kindsOf } from '#app/inquiries/forecast.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { standingFor } from '#app/people/level.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { petitionByNumber } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** What the form needs to be shown. */
export async function askingPage(request: Request) {
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const person = await personOf(request)
	return {
		kinds: kindsOf(law),
		choices: await addressees(read, legalDay(law, new Date())),
		standing: await standingFor(read, law.profile, 'inquiry', person),
	}
}

/** What the form begins with. */
interface Chosen {
	to?: string
	post?: string
	kind?: string
	subject?: string
	text?: string
}

/** Of a petition that was not admitted: its author's complaint, written as far as the record allows. */
async function complaintAbout(request: Request, number: string): Promise<Chosen | undefined> {
	const { readOwn } = await store()
	const petition = await petitionByNumber(readOwn, number)
	const person = await personOf(request)
	if (petition?.state !== 'rejected' || !person || petition.authorId !== person.personId) return undefined
	const t = translator(languageOfPath(new URL(request.url).pathname) ?? DEFAULT_LANGUAGE)
	const ground = t(`law:petition.ground.${petition.rejectionGround as 'banned_subject'}`)
	return {
		kind: 'complaint',
		subject: t('proposing:complaint.subject', { number }),
		text: t('proposing:complaint.text', { number, ground, reason: petition.rejectionReason ?? '' }),
	}
}

/** Whom the address of the page names: an office, a body, or the office of a post. */
export async function chosenBy(
	request: Request,
	{ choices }: { choices: readonly AddressedBody[] },
): Promise<Chosen> {
	const query = new URL(request.url).searchParams
	const petition = query.get('petition')
	if (petition) return (await complaintAbout(request, petition)) ?? {}
	const postId = query.get('post')
	const post = postId ? await postAskedUnder((await store()).read, postId) : undefined
	if (post) return { to: `office:${post.office}`, post: post.id }
	const office = query.get('office')
	if (office) return { to: `office:${office}` }
	const code = query.get('body')?.toUpperCase()
	if (!code) return {}
	// A body with one office is asked through it.
	const body = choices.find((choice) => choice.code === code)
	const [only, ...others] = body?.offices ?? []
	return { to: only && others.length === 0 ? `office:${only.slug}` : `body:${code}` }
}
