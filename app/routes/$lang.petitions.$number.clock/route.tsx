import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Account } from '#app/clocks/account.tsx'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { calculatorPath, petitionPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { actorOf } from '#app/people/session.server.ts'
import { stripSentence } from '#app/petitions/petition-strip.ts'
import type { StageTerm } from '#app/petitions/stage-term.ts'
import { termsOfPetition } from '#app/petitions/stage-terms.server.ts'
import { store } from '#app/store.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Details } from '#app/ui/details.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read } = await store()
	const number = params.number?.toUpperCase() ?? ''
	const terms = await termsOfPetition(read, number, { actor: await actorOf(request), now: new Date() })
	if (!terms) throw notFound()
	return { number, terms, title: translator(pageLanguage(params))('petitions:clock.titleOf', { number }) }
}

export default function PetitionClock() {
	const { number, terms } = useLoaderData<typeof loader>()
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	return (
		<article className="stack" data-gap="wide">
			<header className="page-heading">
				<p>
					<TextLink href={petitionPath(language, number)}>{number}</TextLink>
				</p>
				<Heading level={1}>{t('clock.title')}</Heading>
				<p className="lead">{t('clock.lead')}</p>
			</header>
			{terms.map((term) => (
				<Term key={term.key} term={term} />
			))}
			{terms.length === 0 && <EmptyState icon="clock" heading={t('clock.none')} />}
			<p>
				<TextLink href={calculatorPath(language)}>{t('clock.calculator')}</TextLink>
			</p>
		</article>
	)
}

function Term({ term }: { term: StageTerm }) {
	const { t } = useTranslation(['petitions', 'law'])
	const { t: words } = useTranslation('petitions')
	const language = useLanguage()
	const id = term.key.replace(' ', '-')
	const { stage, threshold, limit, article, from, due, doneOn, movedTo, strip, days } = term
	return (
		<section className="stack" aria-labelledby={id}>
			<Heading level={2} id={id}>
				{t(`law:rule.petition.${stage as 'check'}`)}
				{threshold && `: ${t(`law:petition.threshold.${threshold as 'national'}`)}`}
			</Heading>
			{strip && <DayStrip strip={strip} size="large" words={stripSentence(words, language, strip)} />}
			<DefinitionList
				compact
				entries={[
					{ term: t('petitions:clock.term'), value: t(`law:unit.${limit.unit as 'wd'}`, { count: limit.n }) },
					{ term: t('petitions:clock.from'), value: <Time on={from} /> },
					{ term: t('petitions:clock.last'), value: due && <Time on={due} /> },
					{ term: t('petitions:clock.extended'), value: movedTo && <Time on={movedTo} /> },
					{ term: t('petitions:clock.done'), value: doneOn && <Time on={doneOn} /> },
				]}
			/>
			<Details summary={t('petitions:clock.byDay')}>
				<Account
					days={days}
					article={article && <Article of={article} />}
					words={{ anchor: t('petitions:clock.anchor'), due: t('petitions:clock.due') }}
				/>
			</Details>
		</section>
	)
}
