import { translator } from '#app/i18n/translator.ts'
import { mayConfirm } from '#app/inquiries/confirm.server.ts'
import { inquiryById } from '#app/inquiries/filed.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { authorOf } from '#app/people/find.server.ts'
import { standingFor } from '#app/people/level.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'

type Args = Parameters<typeof authorsPage>

/** The question, under which account its author would confirm it, and whether they are known well enough. */
export async function confirmationPage(request: Args[0], params: Args[1]) {
	const page = await authorsPage(request, params, 'confirm')
	const { thread, actor, language } = page
	const { readOwn } = await store()
	const inquiry = await inquiryById(readOwn, thread.id)
	if (!inquiry) throw notFound()
	const law = await lawOf(readOwn, inquiry.profileId)
	const { personId, level } = actor
	const unnamed = translator(language)('people:author')
	// Whoever has signed in confirms under their account, with the proof shown since then.
	const account = personId ? await authorOf(readOwn, { personId, level }, unnamed) : undefined
	return {
		...page,
		account,
		known: await mayConfirm(readOwn, { inquiry, law }, account),
		standing: await standingFor(readOwn, law.profile, 'inquiry', await personOf(request)),
	}
}
