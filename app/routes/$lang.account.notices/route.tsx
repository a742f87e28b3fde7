import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { NOTICES_A_PAGE, noticesOf } from '#app/notices/find.server.ts'
import { NOTICE_DAYS } from '#app/notices/forget.server.ts'
import { markRead } from '#app/notices/mark-read.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const language = pageLanguage(params)
	const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page')) || 1))
	const { readOwn } = await store()
	const { total, notices } = await noticesOf(readOwn, { personId, language, page })
	return {
		title: translator(language)('people:account.notices'),
		notices,
		page,
		pages: Math.ceil(total / NOTICES_A_PAGE),
		days: NOTICE_DAYS,
	}
}

const SENT = z.object({ upTo: z.coerce.number().int().positive() })

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (form.ok) {
		const { upTo } = form.value
		const { write } = await store()
		await write(`person:${actor.personId}`, (tx) => markRead(tx, { upTo, actor, now: new Date() }))
	}
	throw redirect(accountPagePath(pageLanguage(params), 'notices'))
}

export default function Notices() {
	const { t } = useTranslation('notices')
	const language = useLanguage()
	const { title, notices, page, pages, days } = useLoaderData<typeof loader>()
	const [newest] = notices
	if (!newest)
		return (
			<div className="stack" data-gap="wide">
				<Heading level={1}>{title}</Heading>
				<EmptyState icon="letter" heading={t('list.none')}>
					{t('list.noneText')}
				</EmptyState>
			</div>
		)
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{title}</Heading>
				<p>{t('list.lead')}</p>
			</header>
			{notices.some(({ read }) => !read) && (
				<Form method="post">
					<input type="hidden" name="upTo" value={newest.number} />
					<Button variant="secondary" icon="tick">
						{t('list.markRead')}
					</Button>
				</Form>
			)}
			<ul className="entries">
				{notices.map(({ number, at, read, subject, text, path, list }) => (
					<li key={number}>
						<p className="entry-title">
							<a href={path}>{subject}</a>
						</p>
						<p>{text}</p>
						{list.length > 0 && (
							<ul className="ds-list">
								{list.map((line) => (
									<li key={line}>{line}</li>
								))}
							</ul>
						)}
						<p className="meta">
							{!read && <Tag tone="sky">{t('list.unread')}</Tag>}
							<Time at={at} />
						</p>
					</li>
				))}
			</ul>
			<Pager
				page={page}
				pages={pages}
				hrefFor={(other) => `${accountPagePath(language, 'notices')}?page=${other}`}
				words={{ label: t('list.pages'), previous: t('list.previous'), next: t('list.next') }}
			/>
			<p className="quiet small">{t('list.kept', { days })}</p>
		</div>
	)
}
