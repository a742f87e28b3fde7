import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Account } from '#app/clocks/account.tsx'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { dayIn } from '#app/deadlines/day.ts'
import { accountOf } from '#app/deadlines/standing.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Record } from '#app/inquiries/record.tsx'
import type { Handling } from '#app/inquiries/thread.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { calculatorPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { shownQuestion } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, language } = await shownQuestion(request, params)
	const { read } = await store()
	const { profile, calendar } = await lawOf(read, thread.profileId)
	const [first] = thread.handlings
	return {
		thread,
		secret,
		accounts: thread.handlings.map(({ clock }) => accountOf(clock, thread.today, calendar)),
		registration:
			first && dayIn(profile.time.zone, thread.receivedAt) < first.registeredOn
				? profile.registration.article
				: undefined,
		title: translator(language)('inquiries:clock.titleOf', { number: thread.number }),
	}
}

export default function ClockPage() {
	const { thread, secret, accounts, registration } = useLoaderData<typeof loader>()
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const ways = waysOf(language, thread.number, secret)
	const moved = thread.entries.filter(({ type }) => MOVES.includes(type))
	return (
		<article className="stack" data-gap="wide">
			<header className="page-heading">
				<p>
					<TextLink href={ways.thread}>{thread.number}</TextLink>
				</p>
				<Heading level={1}>{t('clock.title')}</Heading>
				<p className="lead">{t('clock.lead')}</p>
			</header>
			<p>
				{t('clock.received')} <Time at={thread.receivedAt} />
				<br />
				{t('clock.registered')}{' '}
				{thread.handlings[0]?.clock.startedOn ? <Time on={thread.registeredOn} /> : t('receipt.undated')}
				{registration && (
					<span className="quiet small">
						<br />
						{t('receipt.registeredLater')} <Article of={registration} />
					</span>
				)}
			</p>
			{thread.handlings.map((handling, at) => (
				<section key={handling.id} className="stack" aria-labelledby={`clock-${handling.ordinal}`}>
					<Heading level={2} id={`clock-${handling.ordinal}`}>
						{handling.body.names[language]}
					</Heading>
					<DayStrip strip={handling.strip} size="large" />
					<TwoSides handling={handling} others={thread.handlings} />
					<Account
						days={accounts[at] ?? []}
						article={handling.article && <Article of={handling.article} />}
					/>
				</section>
			))}
			{moved.length > 0 && (
				<section className="stack" aria-labelledby="moved">
					<Heading level={2} id="moved">
						{t('clock.moved')}
					</Heading>
					<Record entries={moved} ways={ways} />
				</section>
			)}
			<p>
				<TextLink href={calculatorPath(language)}>{t('clock.calculator')}</TextLink>
			</p>
		</article>
	)
}

const MOVES = [
	'extended',
	'returned_for_correction',
	'corrected',
	'redirected',
	'shifted',
	'dated',
	'breached',
]

/** Whose the days were: the body's, the author's, or another body's. */
function TwoSides({ handling, others }: { handling: Handling; others: readonly Handling[] }) {
	const { t } = useTranslation(['inquiries', 'common'])
	const language = useLanguage()
	const { standing } = handling.strip
	const days = (count: number | undefined) =>
		count === undefined ? undefined : t('common:workingDays', { count })
	const elsewhere = others
		.filter(({ id }) => id !== handling.id)
		.reduce((sum, other) => sum + (other.strip.standing.timeWithBody ?? 0), 0)
	return (
		<DefinitionList
			compact
			entries={[
				{ term: t('inquiries:clock.withBody'), value: days(standing.timeWithBody) },
				{ term: t('inquiries:clock.withAuthor'), value: days(standing.timeWithCitizen) },
				{ term: t('inquiries:clock.elsewhere'), value: elsewhere > 0 && days(elsewhere) },
				{
					term: t('inquiries:clock.firstDue'),
					value:
						handling.clock.originalDueOn &&
						handling.clock.originalDueOn !== handling.clock.dueOn &&
						dayInWords(language, handling.clock.originalDueOn),
				},
				{
					term: t('inquiries:clock.due'),
					value: handling.clock.dueOn && dayInWords(language, handling.clock.dueOn),
				},
			]}
		/>
	)
}
