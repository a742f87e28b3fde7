import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { DESK_PETITIONS_SIZE, deskPetitions } from '#app/considerations/desk.server.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPath, deskPetitionPath, deskPetitionsPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { DESK_ROLES } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { stripSentence } from '#app/petitions/petition-strip.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const LISTS = ['sent', 'decided'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, ...DESK_ROLES)
	const address = new URL(request.url).searchParams
	const list = LISTS.find((one) => one === address.get('list')) ?? 'sent'
	const page = Math.max(1, Math.trunc(Number(address.get('page')) || 1))
	const { readOwn } = await store()
	const { rows, total } = await deskPetitions(readOwn, person, { list, page, now: new Date() })
	return {
		title: translator(pageLanguage(params))('considering:desk.title'),
		rows,
		list,
		page,
		pages: Math.ceil(total / DESK_PETITIONS_SIZE),
	}
}

export default function DeskPetitions() {
	const { rows, list, page, pages } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['considering', 'petitions', 'oversight'])
	const language = useLanguage()
	const at = (one: string | undefined, number?: number) =>
		deskPetitionsPath(language, { list: one === 'sent' ? undefined : one, page: number })
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPath(language)}>{t('considering:desk.back')}</TextLink>
			</p>
			<Heading level={1}>{t('considering:desk.title')}</Heading>
			<Filters
				label={t('considering:desk.show')}
				places={LISTS.map((one) => ({
					label: t(`considering:desk.list.${one}`),
					href: at(one),
					current: one === list,
				}))}
			/>
			{rows.length === 0 ? (
				<EmptyState icon="tick" heading={t(`considering:desk.empty.${list}`)}>
					{t('considering:desk.emptyHelp')}
				</EmptyState>
			) : (
				<ul className="entries">
					{rows.map((row) => (
						<Row key={row.id} row={row} />
					))}
				</ul>
			)}
			<Pager
				page={page}
				pages={pages}
				hrefFor={(number) => at(list, number)}
				words={{
					label: t('oversight:pages.label'),
					previous: t('oversight:pages.previous'),
					next: t('oversight:pages.next'),
				}}
			/>
		</div>
	)
}

function Row({ row }: { row: ReturnType<typeof useLoaderData<typeof loader>>['rows'][number] }) {
	const { t } = useTranslation(['considering', 'law'])
	const { t: words } = useTranslation('petitions')
	const language = useLanguage()
	const { id, number, title, strip, sentWith, dueOn, decidedOn, outcome } = row
	return (
		<li className="stack">
			<span>
				<TextLink href={deskPetitionPath(language, id)}>
					<span lang={row.language}>{title}</span>
				</TextLink>{' '}
				<span className="quiet tabular nowrap">{number}</span>
			</span>
			<span className="row">
				<span>{t('considering:desk.with', { number: numberInWords(language, sentWith ?? 0) })}</span>
				{!decidedOn && dueOn && (
					<span>
						{t('considering:desk.due')} <Time on={dueOn} format="plain" />
					</span>
				)}
				{decidedOn && outcome && (
					<>
						<Tag icon="letter">{t(`law:petition.outcome.${outcome as 'granted'}`)}</Tag>
						<Time on={decidedOn} format="plain" />
					</>
				)}
			</span>
			{strip && <DayStrip strip={strip} words={stripSentence(words, language, strip)} />}
		</li>
	)
}
