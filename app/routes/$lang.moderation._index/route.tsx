import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderationPath } from '#app/links.ts'
import { reportQueue, TEXTS_A_PAGE } from '#app/moderation/find.server.ts'
import { TextList } from '#app/moderation/text-list.tsx'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'moderator')
	const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page')) || 1))
	const { readOwn } = await store()
	const { total, texts } = await reportQueue(readOwn, page)
	return {
		title: translator(pageLanguage(params))('oversight:moderation.title'),
		page,
		pages: Math.ceil(total / TEXTS_A_PAGE),
		total,
		texts,
	}
}

export default function Reports() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { texts, total, page, pages } = useLoaderData<typeof loader>()
	return (
		<div className="stack">
			<Heading level={1}>{t('moderation.title')}</Heading>
			{total === 0 ? (
				<EmptyState icon="tick" heading={t('moderation.noReports')}>
					{t('moderation.noReportsText')}
				</EmptyState>
			) : (
				<p>{t('moderation.waiting', { count: total })}</p>
			)}
			<TextList texts={texts} />
			<Pager
				page={page}
				pages={pages}
				hrefFor={(other) => moderationPath(language, { page: other })}
				words={{ label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next') }}
			/>
		</div>
	)
}
