import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DESK_LISTS, type DeskList, deskHearings } from '#app/hearings/own.server.ts'
import { OwnHearings } from '#app/hearings/own-list.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskHearingsPath, deskPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { DESK_ROLES } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, ...DESK_ROLES)
	const language = pageLanguage(params)
	const asked = new URL(request.url).searchParams.get('list') ?? 'open'
	const list: DeskList = Object.hasOwn(DESK_LISTS, asked) ? (asked as DeskList) : 'open'
	const { readOwn } = await store()
	return {
		title: translator(language)('holding:desk.title'),
		list,
		lists: Object.keys(DESK_LISTS) as DeskList[],
		rows: await deskHearings(readOwn, person, { list, language }),
	}
}

export default function DeskHearings() {
	const { title, list, lists, rows } = useLoaderData<typeof loader>()
	const { t } = useTranslation('holding')
	const language = useLanguage()
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPath(language)}>{t('desk.back')}</TextLink>
			</p>
			<Heading level={1}>{title}</Heading>
			<Filters
				label={t('desk.show')}
				places={lists.map((one) => ({
					label: t(`desk.list.${one}`),
					href: deskHearingsPath(language, { list: one === 'open' ? undefined : one }),
					current: one === list,
				}))}
			/>
			{rows.length === 0 ? <EmptyState icon="tick" heading={t('desk.empty')} /> : <OwnHearings rows={rows} />}
		</div>
	)
}
