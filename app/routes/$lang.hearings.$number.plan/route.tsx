import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Account } from '#app/clocks/account.tsx'
import { BrokenGates } from '#app/hearings/broken.tsx'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { brokenOf, planFacts, planOfHearing } from '#app/hearings/plan.server.ts'
import { countedGates } from '#app/hearings/plan.ts'
import { PlanTable } from '#app/hearings/plan-table.tsx'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Details } from '#app/ui/details.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ params }: LoaderFunctionArgs) {
	const { hearing, head, read, language } = await publicHearing(params)
	const law = await lawOf(read, hearing.profileId)
	const plan = await planOfHearing(read, hearing, law, new Date())
	return {
		title: translator(language)('hearings:plan.titleOf', { number: head.number ?? '' }),
		head,
		plan,
		broken: brokenOf(hearing, law, plan),
		counted: countedGates(law, await planFacts(read, hearing, law), plan),
	}
}

export default function PlanPage() {
	const { head, plan, broken, counted } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['hearings', 'law'])
	return (
		<HearingFrame head={head} title={t('hearings:plan.title')}>
			<p>{t('hearings:plan.lead')}</p>
			{broken && <BrokenGates broken={broken} />}
			{plan.gates.length > 0 ? (
				<PlanTable gates={plan.gates} />
			) : (
				<EmptyState icon="calendar" heading={t('hearings:plan.none')} />
			)}
			<DefinitionList
				entries={[
					{ term: t('hearings:plan.announceBy'), value: plan.announceBy && <Time on={plan.announceBy} /> },
					{ term: t('hearings:plan.announced'), value: plan.announced && <Time on={plan.announced} /> },
					{ term: t('hearings:remarksUntil'), value: plan.remarksUntil && <Time on={plan.remarksUntil} /> },
				]}
			/>
			{counted.map(({ rule, article, days }) => (
				<Details key={rule} summary={t(`law:rule.hearing.${rule as 'announce'}`)}>
					<Account
						days={days}
						article={article && <Article of={article} />}
						words={{ anchor: t('hearings:plan.anchor'), due: t('hearings:plan.due') }}
					/>
				</Details>
			))}
		</HearingFrame>
	)
}
