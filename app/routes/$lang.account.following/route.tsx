import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { followsOf } from '#app/following/find.server.ts'
import { stopFollowing } from '#app/following/follow.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath, followPath, inquiriesPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	const { searchParams } = new URL(request.url)
	return {
		title: translator(pageLanguage(params))('people:account.following'),
		follows: await followsOf(readOwn, personId),
		said: (['saved', 'stopped'] as const).find((one) => searchParams.has(one)) ?? null,
	}
}

const SENT = z.object({ followId: z.string().max(100) })

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const form = await readForm(request, SENT)
	const page = accountPagePath(pageLanguage(params), 'following')
	if (!form.ok) throw redirect(page)
	const { followId } = form.value
	const { write } = await store()
	await write(`person:${actor.personId}`, (tx) => stopFollowing(tx, { followId, actor }))
	throw redirect(`${page}?stopped`)
}

export default function Following() {
	const { t } = useTranslation('notices')
	const language = useLanguage()
	const { title, follows, said } = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{title}</Heading>
			{said && <Notice tone="success" heading={t(`following.${said}`)} />}
			{follows.length > 0 ? (
				<p>{t('following.lead')}</p>
			) : (
				<EmptyState
					icon="bell"
					heading={t('following.none')}
					action={<LinkButton href={inquiriesPath(language)}>{t('following.find')}</LinkButton>}
				>
					{t('following.noneText')}
				</EmptyState>
			)}
			<ul className="entries">
				{follows.map((follow) => (
					<Followed key={follow.id} {...follow} />
				))}
			</ul>
		</div>
	)
}

function Followed({
	id,
	subject,
	rhythm,
	about,
}: ReturnType<typeof useLoaderData<typeof loader>>['follows'][number]) {
	const { t } = useTranslation('notices')
	const language = useLanguage()
	const words = about?.name ?? t('following.gone')
	const name = typeof words === 'string' ? words : words[language]
	return (
		<li>
			<p className="entry-title">{about ? <a href={`/${language}${about.path}`}>{name}</a> : name}</p>
			<p className="meta">
				<Tag>{t(`following.subject.${subject}`)}</Tag>
				<span>{t(`follow.rhythms.${rhythm}`)}</span>
			</p>
			<Form method="post" className="row">
				<input type="hidden" name="followId" value={id} />
				{about && (
					<TextLink href={followPath(language, subject, about.key)}>
						<span aria-hidden="true">{t('following.change')}</span>
						<VisuallyHidden>{t('following.changeNamed', { name })}</VisuallyHidden>
					</TextLink>
				)}
				<Button variant="tertiary" size="sm" aria-label={t('follow.stopNamed', { name })}>
					{t('follow.stop')}
				</Button>
			</Form>
		</li>
	)
}
