import { redirect } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { isKnown } from '#app/inquiries/complain.server.ts'
import { filedProceeding } from '#app/inquiries/filed.server.ts'
import type { InquiryAct } from '#app/inquiries/inquiry.ts'
import { receiptSecret } from '#app/inquiries/submit.server.ts'
import { inquiryOfReceipt, threadOf } from '#app/inquiries/thread.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { forbidden, notFound } from '#app/not-found.ts'
import { standingFor } from '#app/people/level.server.ts'
import { actorOf, personOf, requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

interface Params {
	lang?: string
	number?: string
	secret?: string
}

/** The question that a page is about: by its number, or by the secret link of its receipt. */
export async function shownQuestion(request: Request, params: Params, now = new Date()) {
	const language = pageLanguage(params)
	const signedIn = await actorOf(request)
	const { read, readOwn } = await store()
	const source = params.secret || signedIn.personId ? readOwn : read
	const receipt = params.secret ? await inquiryOfReceipt(source, params.secret) : undefined
	if (params.secret && !receipt) throw notFound()
	const actor = receipt ? { ...signedIn, receiptOf: receipt.id } : signedIn
	const thread = await threadOf(source, receipt?.number ?? params.number?.toUpperCase() ?? '', { actor, now })
	if (!thread) throw notFound()
	const { author, insider } = thread.viewer
	return {
		language,
		actor,
		thread,
		now,
		/** Under which address the pages of this question are, for this viewer. */
		secret: params.secret,
		/** The author finds the way back to the receipt. */
		receipt: author ? (params.secret ?? receiptSecret(configuration().SECRET_KEY, thread.id)) : undefined,
		insider,
	}
}

/** The page of an act that only the author may do: signed in, or holding the receipt. */
export async function authorsPage(request: Request, params: Params, act: InquiryAct) {
	const shown = await shownQuestion(request, params)
	if (!shown.thread.viewer.author) {
		await requirePerson(request)
		throw forbidden()
	}
	return {
		...shown,
		handling: shown.thread.handlings.find(({ acts }) => acts.includes(act)),
	}
}

/** As authorsPage, for what makes a new filing: whether its author is known well enough, and how to become so. */
export async function sequelPage(request: Request, params: Params, act: 'complain' | 'follow-up') {
	const page = await authorsPage(request, params, act)
	const { thread, language, secret } = page
	// Who wrote by mail first says that it is theirs, and shows on that page what the law wants shown.
	if (thread.confirmation && thread.confirmation !== 'confirmed')
		throw redirect(waysOf(language, thread.number, secret).act('confirmation'))
	const { readOwn } = await store()
	const filed = page.thread.handlings[0] && (await filedProceeding(readOwn, page.thread.handlings[0].id))
	const law = await lawOf(readOwn, page.thread.profileId)
	const known = !filed || (await isKnown(readOwn, { ...filed, law }, page.actor))
	const standing = await standingFor(readOwn, law.profile, 'inquiry', await personOf(request))
	return { ...page, known, standing }
}
