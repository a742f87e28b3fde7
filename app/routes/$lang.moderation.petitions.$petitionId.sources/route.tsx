import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type Latest, trendsOf } from '#app/invalidations/sources.server.ts'
import { moderatedPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { asTyped } from '#app/petitions/moment.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { Time } from '#app/ui/time.tsx'
import { TrendTable } from './trend-table.tsx'

export const meta = pageTitle

const WINDOWS = ['1h', '6h', '24h', '1000', '10000', '30000'] as const
type Window = (typeof WINDOWS)[number]

const KINDS = ['network', 'address', 'domain', 'name', 'region'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head } = await moderatedPetition(request, params)
	const asked = new URL(request.url).searchParams.get('last')
	const window = WINDOWS.find((one) => one === asked) ?? '10000'
	const { readOwn } = await store()
	const seen = await trendsOf(readOwn, head.id, latest(window), new Date())
	// The conditions name minutes, so the last one goes to its end.
	const until = seen.last && new Date(seen.last.getTime() + 60_000)
	return {
		title: translator(pageLanguage(params))('invalidating:sources.title'),
		head,
		window,
		...seen,
		from: seen.first && asTyped(seen.first),
		until: until && asTyped(until),
	}
}

const latest = (window: Window): Latest =>
	window.endsWith('h') ? { hours: Number(window.slice(0, -1)) } : { signatures: Number(window) }

export default function Sources() {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	const { title, head, window, looked, cut, first, last, from, until, trends } =
		useLoaderData<typeof loader>()
	return (
		<PetitionWork head={head} page="sources" heading={title}>
			<p>{t('sources.lead')}</p>
			<Filters
				label={t('sources.last')}
				places={WINDOWS.map((one) => ({
					label: one.endsWith('h')
						? t('sources.hours', { count: Number(one.slice(0, -1)) })
						: numberInWords(language, Number(one)),
					href: moderatedPetitionPath(language, head.id, 'sources', { last: one }),
					current: one === window,
				}))}
			/>
			{looked === 0 || !first || !last ? (
				<EmptyState heading={t('sources.none')} />
			) : (
				<>
					<p>
						{t('sources.looked', { count: looked, number: numberInWords(language, looked) })}{' '}
						<Time at={first} format="short" /> – <Time at={last} format="short" />
						{cut && <> {t('sources.cut')}</>}
					</p>
					{KINDS.map((kind) => (
						<TrendTable
							key={kind}
							kind={kind}
							trends={trends[kind]}
							looked={looked}
							action={moderatedPetitionPath(language, head.id, 'invalidations')}
							from={from}
							until={until}
						/>
					))}
				</>
			)}
		</PetitionWork>
	)
}
