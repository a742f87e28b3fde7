import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { type ModeratedPetitionPage, moderatedPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { punctuality } from '#app/petitions/punctuality.server.ts'
import { moderationQueue } from '#app/petitions/queue.server.ts'
import { stageStrip } from '#app/petitions/stage-strip.ts'
import { store } from '#app/store.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'moderator')
	const { readOwn } = await store()
	const law = await lawOf(readOwn, configuration().JURISDICTION)
	const { zone } = law.profile.time
	const today = dayIn(zone, new Date())
	const { toCheck, toInform, ...others } = await moderationQueue(readOwn)
	const dated = (stage: string, from: Date | null) =>
		from ? stageStrip(law, { id: stage, from: dayIn(zone, from) }, today)?.standing : undefined
	return {
		title: translator(pageLanguage(params))('proposing:moderation.title'),
		...others,
		toCheck: toCheck.map((row) => ({ ...row, ...dayOf(dated('check', row.sponsoredAt), row.dueOn, today) })),
		toInform: toInform.map((row) => ({
			...row,
			...dayOf(dated('inform_media', row.publishedAt), row.dueOn, today),
		})),
		punctual: await punctuality(readOwn),
	}
}

const dayOf = (
	standing: { dayNumber: number; ofDays: number } | undefined,
	dueOn: Day | null,
	today: Day,
) => ({ day: standing?.dayNumber, of: standing?.ofDays, late: dueOn !== null && dueOn < today })

export default function PetitionQueue() {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const { toCheck, toInform, toSend, updates, toReview, punctual } = useLoaderData<typeof loader>()
	const nothing = [toCheck, toInform, toSend, updates, toReview].every((list) => list.length === 0)
	const number = (count: number) => numberInWords(language, count)
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{t('moderation.title')}</Heading>
			<DefinitionList
				entries={[
					{
						term: t('moderation.punctual'),
						value:
							punctual.ended > 0
								? t('moderation.punctualOf', {
										inTime: number(punctual.inTime),
										ended: number(punctual.ended),
									})
								: t('moderation.punctualNone'),
					},
				]}
			/>
			{nothing && (
				<EmptyState icon="tick" heading={t('moderation.nothing')}>
					{t('moderation.nothingText')}
				</EmptyState>
			)}
			<Waiting
				title={t('moderation.toCheck')}
				page="check"
				rows={toCheck}
				told={(row) => <Term {...row} />}
			/>
			<Waiting
				title={t('moderation.toSend')}
				page="sending"
				rows={toSend}
				told={({ confirmed, needed }) => (
					<span className="tabular">
						{t('moderation.confirmed', { number: number(confirmed), needed: number(needed) })}
					</span>
				)}
			/>
			<Waiting
				title={t('moderation.toInform')}
				page="media"
				rows={toInform}
				told={(row) => <Term {...row} />}
			/>
			<Waiting
				title={t('moderation.updates')}
				page="updates"
				rows={updates}
				told={({ waiting }) => <span>{t('moderation.waiting', { count: waiting })}</span>}
			/>
			<Waiting
				title={t('moderation.toReview')}
				page="review"
				rows={toReview}
				told={({ waiting }) => <span>{t('moderation.waiting', { count: waiting })}</span>}
			/>
		</div>
	)
}

interface Named {
	id: number
	number: string | null
	language: string
	title: string
}

/** One of the lists; an empty one is not shown. */
function Waiting<Row extends Named>({
	title,
	page,
	rows,
	told,
}: {
	title: string
	page: ModeratedPetitionPage
	rows: readonly Row[]
	told: (row: Row) => ReactNode
}) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	if (rows.length === 0) return null
	return (
		<section className="stack" aria-labelledby={`to-${page}`}>
			<Heading level={2} id={`to-${page}`}>
				{title}
			</Heading>
			<ul className="entries">
				{rows.map((row) => (
					<li key={row.id}>
						<p className="entry-title" lang={row.language}>
							<a href={moderatedPetitionPath(language, row.id, page)}>{row.title}</a>
						</p>
						<p className="meta">
							<span className="tabular">{row.number}</span>
							{told(row)}
							<TextLink href={moderatedPetitionPath(language, row.id)}>
								{t('moderation.all')} <VisuallyHidden>{row.number}</VisuallyHidden>
							</TextLink>
						</p>
					</li>
				))}
			</ul>
		</section>
	)
}

function Term({ day, of, dueOn, late }: { day?: number; of?: number; dueOn: string | null; late: boolean }) {
	const { t } = useTranslation('proposing')
	return (
		<>
			{late ? (
				<Tag tone="earth" icon="flag">
					{t('moderation.late')}
				</Tag>
			) : (
				day !== undefined && <span>{t('moderation.day', { day, of })}</span>
			)}
			{dueOn && (
				<span>
					{t('moderation.by')} <Time on={dueOn} format="plain" />
				</span>
			)}
		</>
	)
}
