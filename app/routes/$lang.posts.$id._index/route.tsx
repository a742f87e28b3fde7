import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { postById } from '#app/blogs/find.server.ts'
import { textFor } from '#app/blogs/shown.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { AskForm } from '#app/inquiries/ask-form.tsx'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { kindsOf } from '#app/inquiries/forecast.server.ts'
import { withAnswers } from '#app/inquiries/pairs.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { HiddenPost } from '#app/moderation/hidden-post.tsx'
import { hidingOf } from '#app/moderation/text.server.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { hasRole, isOnDesk } from '#app/people/actor.ts'
import { standingFor } from '#app/people/level.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'
import { Article } from './article.tsx'
import { PostQuestions } from './post-questions.tsx'
import { Withdrawn } from './withdrawn.tsx'

export const meta = pageTitle

const QUESTIONS_SHOWN = 30

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const post = await postById(read, params.id ?? '')
	const person = await personOf(request)
	if (!post) throw notFound()
	if (post.state === 'withdrawn') {
		const title = translator(language)('blogs:post.withdrawn')
		return data(
			{ title, description: undefined, office: post.office, hidden: undefined, shown: undefined },
			{ status: 410 },
		)
	}
	const hiding = await hidingOf(read, 'post', post.id)
	if (hiding && !(person && (isOnDesk(person, post.office.bodyId) || hasRole(person, 'moderator')))) {
		const title = translator(language)('oversight:moderation.isHidden')
		const { reason, explanation, at } = hiding
		const hidden = { reason, explanation, at, publishedAt: post.publishedAt }
		return { title, description: undefined, office: post.office, hidden, shown: undefined }
	}
	// What is not published yet is seen by the desk that writes it, and by nobody else.
	const published = post.state === 'published'
	if (!published && !(person && isOnDesk(person, post.office.bodyId))) throw notFound()
	const wanted = new URL(request.url).searchParams.get('text') ?? language
	const text = textFor(post, wanted)
	if (!text) throw notFound()

	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const questions = await publicInquiries(
		read,
		{ postId: post.id },
		{ page: 1, law, today, size: QUESTIONS_SHOWN },
	)
	const { texts, ...shown } = post
	return {
		title: text.title,
		description: text.summary || undefined,
		office: post.office,
		hidden: undefined,
		shown: {
			...shown,
			published,
			text,
			languages: texts.map((one) => one.language),
			pairs: await withAnswers(read, questions.items),
			questions: questions.total,
			kinds: kindsOf(law),
			standing: await standingFor(read, law.profile, 'inquiry', person),
		},
	}
}

export default function Post() {
	const { t } = useTranslation('blogs')
	const { shown, office, hidden } = useLoaderData<typeof loader>()
	if (hidden) return <HiddenPost office={office} hidden={hidden} />
	if (!shown) return <Withdrawn office={office} />
	return (
		<div className="stack" data-gap="section">
			<Article post={shown} />
			{shown.published && (
				<>
					<PostQuestions postId={shown.id} pairs={shown.pairs} total={shown.questions} />
					{!office.closedAt && (
						<section className="stack column" aria-labelledby="asking">
							<Heading level={2} id="asking">
								{t('post.ask')}
							</Heading>
							<AskForm
								to={`office:${office.slug}`}
								addressee={office.names}
								unbound={!office.bound}
								post={shown.id}
								kinds={shown.kinds}
								standing={shown.standing}
								level={3}
							/>
						</section>
					)}
				</>
			)}
		</div>
	)
}
