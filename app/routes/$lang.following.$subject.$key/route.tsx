import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { followOf } from '#app/following/find.server.ts'
import { follow, stopFollowing } from '#app/following/follow.server.ts'
import { isFollowed, subjectOf } from '#app/following/subject.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { RHYTHMS } from '#db/schema/notices.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const { subject = '', key = '' } = params
	const about = isFollowed(subject) ? await subjectOf(readOwn, subject, key) : undefined
	if (!about) throw notFound()
	return {
		title: translator(pageLanguage(params))(`notices:follow.title.${about.subject}`),
		about,
		followed: (await followOf(readOwn, person.personId, about)) ?? null,
		email: person.emailConfirmed ? person.email : null,
	}
}

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('follow'), rhythm: z.enum(RHYTHMS) }),
	z.object({ intent: z.literal('stop'), followId: z.string().max(100) }),
])

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ refusal: 'not-allowed' }, 422)
	const { subject = '', key = '' } = params
	if (!isFollowed(subject)) throw notFound()
	const sent = form.value
	const { write } = await store()
	const outcome = await write(`person:${actor.personId}`, async (tx) =>
		sent.intent === 'stop'
			? stopFollowing(tx, { followId: sent.followId, actor })
			: follow(tx, { subject, key, rhythm: sent.rhythm, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	const said = sent.intent === 'stop' ? 'stopped' : 'saved'
	throw redirect(`${accountPagePath(pageLanguage(params), 'following')}?${said}`)
}

export default function Follow() {
	const { t } = useTranslation(['notices', 'common'])
	const language = useLanguage()
	const { about, followed, email } = useLoaderData<typeof loader>()
	const refusal = useActionData<{ refusal?: string }>()?.refusal
	const name = typeof about.name === 'string' ? about.name : about.name[language]
	return (
		<div className="narrow stack" data-gap="wide">
			{refusal && (
				<ErrorSummary
					title={t('common:errors.summary')}
					problems={[{ message: t(`notices:problem.${refusal as 'unconfirmed'}`) }]}
				/>
			)}
			<header className="page-heading">
				<Heading level={1}>{t(`notices:follow.title.${about.subject}`)}</Heading>
				<p className="lead">
					<TextLink href={`/${language}${about.path}`}>{name}</TextLink>
				</p>
				<p>{t(`notices:follow.what.${about.subject}`)}</p>
			</header>
			{email ? (
				<Form method="post" className="stack">
					<input type="hidden" name="intent" value="follow" />
					<Choice
						name="rhythm"
						legend={t('notices:follow.rhythm')}
						description={t('notices:follow.only', { email })}
						defaultValue={followed?.rhythm ?? 'daily'}
						options={RHYTHMS.map((value) => ({ value, label: t(`notices:follow.rhythms.${value}`) }))}
						required
					/>
					<div className="actions">
						<Button icon="bell">{t(followed ? 'notices:follow.save' : 'notices:follow.follow')}</Button>
					</div>
				</Form>
			) : (
				<Notice tone="warning">
					<p>{t('notices:follow.unconfirmed')}</p>
					<p>
						<LinkButton variant="secondary" href={accountPagePath(language, 'email')}>
							{t('notices:follow.toEmail')}
						</LinkButton>
					</p>
				</Notice>
			)}
			{followed && (
				<Form method="post">
					<input type="hidden" name="intent" value="stop" />
					<input type="hidden" name="followId" value={followed.id} />
					<Button variant="secondary">{t('notices:follow.stop')}</Button>
				</Form>
			)}
		</div>
	)
}
