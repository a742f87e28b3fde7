import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hearingsOf } from '#app/hearings/own.server.ts'
import { OwnHearings } from '#app/hearings/own-list.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newHearingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const language = pageLanguage(params)
	const { readOwn } = await store()
	return {
		title: translator(language)('holding:own.title'),
		rows: await hearingsOf(readOwn, personId, language),
		discarded: new URL(request.url).searchParams.get('done') === 'discarded',
	}
}

export default function OwnHearingsPage() {
	const { t } = useTranslation('holding')
	const language = useLanguage()
	const { title, rows, discarded } = useLoaderData<typeof loader>()
	const start = <LinkButton href={newHearingPath(language)}>{t('new.title')}</LinkButton>
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{title}</Heading>
			{discarded && <Notice tone="success" heading={t('own.discarded')} />}
			{rows.length === 0 ? (
				<EmptyState icon="people" heading={t('own.none')} action={start}>
					{t('own.noneText')}
				</EmptyState>
			) : (
				<>
					<OwnHearings rows={rows} />
					<p className="actions">{start}</p>
				</>
			)}
		</div>
	)
}
