import type { Language } from '#app/i18n/languages.ts'
import { forbidden, notFound } from '#app/not-found.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { postOnDesk } from './find.server.ts'
import type { PostAct } from './post.ts'
import { textFor } from './shown.ts'

/** For the page of an act on a post: whoever may not do it now does not get there. */
export async function postForStep(
	request: Request,
	id: string | undefined,
	act: PostAct,
	language: Language,
) {
	const actor = await requireRole(request, 'executor', 'approver')
	const { readOwn } = await store()
	const post = await postOnDesk(readOwn, actor, id ?? '')
	if (!post) throw notFound()
	if (!post.acts.includes(act)) throw forbidden()
	return { actor, post, title: textFor(post, language)?.title ?? '' }
}
