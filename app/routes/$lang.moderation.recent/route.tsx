import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderationListPath } from '#app/links.ts'
import { recentTexts } from '#app/moderation/find.server.ts'
import { isTextKind, TEXT_KINDS } from '#app/moderation/hiding.ts'
import { TextList } from '#app/moderation/text-list.tsx'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'moderator')
	const address = new URL(request.url).searchParams
	const kind = address.get('kind') ?? undefined
	const shown = isTextKind(kind) ? kind : ('inquiry' as const)
	const page = Math.trunc(Number(address.get('page')) || 1)
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('oversight:moderation.recent'),
		kind: shown,
		...(await recentTexts(readOwn, shown, page)),
	}
}

export default function RecentTexts() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { texts, kind, page, pages } = useLoaderData<typeof loader>()
	return (
		<div className="stack">
			<Heading level={1}>{t('moderation.recent')}</Heading>
			<Filters
				label={t('column.kind')}
				places={TEXT_KINDS.map((one) => ({
					label: t(`moderation.kinds.${one}`),
					href: moderationListPath(language, 'recent', { kind: one }),
					current: one === kind,
				}))}
			/>
			{texts.length === 0 && <EmptyState heading={t('moderation.noRecent')} />}
			<TextList texts={texts} />
			<Pager
				page={page}
				pages={pages}
				hrefFor={(other) => moderationListPath(language, 'recent', { kind, page: other })}
				words={{ label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next') }}
			/>
		</div>
	)
}
