import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConsiderationView } from '#app/considerations/consideration-view.tsx'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { HearingsOf } from '#app/hearings/hearings-of.tsx'
import { firstHearings } from '#app/hearings/list.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionFeedPath, petitionPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { actorOf } from '#app/people/session.server.ts'
import { CounterPetitions } from '#app/petitions/counter-petitions.tsx'
import { isPublic } from '#app/petitions/petition.ts'
import { PetitionRecord } from '#app/petitions/petition-record.tsx'
import { PetitionText } from '#app/petitions/petition-text.tsx'
import { shownPetition } from '#app/petitions/shown.server.ts'
import { StageLine } from '#app/petitions/stage-line.tsx'
import { Regions } from '#app/petitions/tile-map.tsx'
import { GrowthChart } from '#app/signing/growth-chart.tsx'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Attachments, Head, Notices, Signing } from './head.tsx'
import { Breaches, Ledger, Names, Own, Updates } from './parts.tsx'

/** The number renews itself while people sign; the page says the same without. */
export const handle: PageHandle = { script: '/petition-count.js' }

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const actor = await actorOf(request)
	const { read, readOwn } = await store()
	const number = params.number?.toUpperCase() ?? ''
	const petition = await shownPetition(actor.personId ? readOwn : read, number, { actor, now: new Date() })
	if (!petition) throw notFound()
	const name = petition.original?.title ?? translator(language)('petitions:list.hidden')
	const linked = { kind: 'petition', number } as const
	return {
		petition,
		hearings: await firstHearings(read, { linked }, { language, limit: 5 }),
		feed: petitionFeedPath(language, number),
		title: `${number} ${name}`,
	}
}

export default function PetitionPage() {
	const { petition, hearings, feed } = useLoaderData<typeof loader>()
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { number, considerations, thresholds, growth, goal, regions, drawn, record, publishedAt } = petition
	const clock = petitionPagePath(language, number, 'clock')
	return (
		<article>
			<Head petition={petition} />
			<div className="split" data-first="aside">
				<div>
					<Signing petition={petition} />
				</div>
				<div className="stack" data-gap="section">
					<Notices petition={petition} />
					{considerations
						.filter(({ sentAt }) => sentAt)
						.map((consideration) => (
							<ConsiderationView
								key={consideration.id}
								consideration={consideration}
								number={number}
								several={(thresholds?.length ?? 0) > 1}
								clock={clock}
							/>
						))}
					<PetitionText petition={petition} />
					<Attachments petition={petition} />
					<Updates updates={petition.updates} />
					<CounterPetitions petition={petition} counters={petition.counters} />
					<HearingsOf hearings={hearings} />
					{publishedAt && (
						<>
							<GrowthChart growth={growth} needed={goal} />
							<Regions regions={regions} drawn={drawn} />
						</>
					)}
					<section className="stack" aria-labelledby="timeline">
						<Heading level={2} size="sm" id="timeline">
							{t('page.timeline')}
						</Heading>
						<PetitionRecord record={record} />
					</section>
				</div>
				<div className="stack" data-gap="wide">
					<Own petition={petition} />
					<div className="stack">
						<StageLine stages={petition.stages} />
						<p>
							<TextLink href={clock}>{t('page.clock')}</TextLink>
						</p>
					</div>
					<Breaches breaches={petition.breaches} />
					<Ledger petition={petition} />
					<Names names={petition.names} />
					{isPublic(petition) && (
						<p className="actions">
							<FollowLinks subject="petition" name={number} feed={feed} />
						</p>
					)}
				</div>
			</div>
		</article>
	)
}
