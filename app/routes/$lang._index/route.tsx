import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publishedPosts } from '#app/blogs/find.server.ts'
import { PostList } from '#app/blogs/post-list.tsx'
import { addDays } from '#app/deadlines/day.ts'
import { HearingList } from '#app/hearings/hearing-list.tsx'
import { hearingsBetween } from '#app/hearings/list.server.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { latestAnswers } from '#app/inquiries/find.server.ts'
import { QuestionPairs } from '#app/inquiries/question-pairs.tsx'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { hearingsPath, inquiriesPath, petitionsPath, postsPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { closeToGoal } from '#app/petitions/list.server.ts'
import { PetitionList } from '#app/petitions/petition-list.tsx'
import { dayLedger } from '#app/statistics/ledger.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { DayLedger } from './day-ledger.tsx'
import { SearchAndAsk } from './search-and-ask.tsx'

export const meta = pageTitle

const ANSWERS_SHOWN = 5
const POSTS_SHOWN = 4
const PETITIONS_SHOWN = 3
const HEARINGS_SHOWN = 3

export async function loader({ params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const [ledger, answers, posts, petitions, hearings] = await Promise.all([
		dayLedger(read, { law, today }),
		latestAnswers(read, ANSWERS_SHOWN, law, today),
		publishedPosts(read, { page: 1, size: POSTS_SHOWN }),
		closeToGoal(read, language, PETITIONS_SHOWN),
		hearingsBetween(read, { from: today, to: addDays(today, 7), language, limit: HEARINGS_SHOWN }),
	])
	const t = translator(language)
	return {
		title: t('blogs:home.title'),
		description: t('common:frame.what'),
		today,
		ledger,
		answers,
		posts: posts.items,
		petitions,
		hearings,
	}
}

export default function Home() {
	const { t } = useTranslation(['blogs', 'petitions', 'hearings'])
	const language = useLanguage()
	const { today, ledger, answers, posts, petitions, hearings } = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="section">
			<div className="stack" data-gap="wide">
				<Heading level={1} size="2xl">
					{t('blogs:home.heading')}
				</Heading>
				<SearchAndAsk />
			</div>
			<section className="stack" aria-labelledby="today">
				<Heading level={2} size="xs" id="today">
					{t('blogs:home.today', { day: dayInWords(language, today, 'spoken') })}
				</Heading>
				<DayLedger {...ledger} />
			</section>
			<div className="split">
				<section aria-labelledby="answers">
					<div className="section-heading">
						<Heading level={2} id="answers">
							{t('blogs:home.answers')}
						</Heading>
						<TextLink href={inquiriesPath(language, { state: 'answered' })}>
							{t('blogs:home.allAnswers')}
						</TextLink>
					</div>
					{answers.length > 0 ? (
						<QuestionPairs pairs={answers} />
					) : (
						<EmptyState icon="letter" heading={t('blogs:home.noAnswers')}>
							{t('blogs:home.noAnswersNext')}
						</EmptyState>
					)}
				</section>
				<div className="stack" data-gap="section">
					{hearings.length > 0 && (
						<section aria-labelledby="hearings">
							<div className="section-heading">
								<Heading level={2} id="hearings">
									{t('hearings:home.title')}
								</Heading>
								<TextLink href={hearingsPath(language)}>{t('hearings:home.all')}</TextLink>
							</div>
							<HearingList items={hearings} />
						</section>
					)}
					{petitions.length > 0 && (
						<section aria-labelledby="petitions">
							<div className="section-heading">
								<Heading level={2} id="petitions">
									{t('petitions:home.title')}
								</Heading>
								<TextLink href={petitionsPath(language)}>{t('petitions:home.all')}</TextLink>
							</div>
							<PetitionList items={petitions} />
						</section>
					)}
					{posts.length > 0 && (
						<section aria-labelledby="posts">
							<div className="section-heading">
								<Heading level={2} id="posts">
									{t('blogs:home.posts')}
								</Heading>
								<TextLink href={postsPath(language)}>{t('blogs:home.allPosts')}</TextLink>
							</div>
							<PostList posts={posts} level={3} />
						</section>
					)}
				</div>
			</div>
		</div>
	)
}
