import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { commissionOf } from '#app/hearings/commission.server.ts'
import { commitmentsOf } from '#app/hearings/commitments.server.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { pageTitle } from '#app/page-title.ts'
import { CommissionFacts } from '#app/protocols/commission-facts.tsx'
import { Commitment, DecisionText, keptAltogether } from '#app/protocols/decided.tsx'
import { Part } from '#app/protocols/part.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const { decidedAt, decisionHtml, decisionReasons, outcome, validUntil, civic } = hearing
	return {
		title: `${translator(language)('protocols:decision.title')} ${number}`,
		head,
		validUntil,
		decision: decidedAt && {
			decidedAt,
			html: decisionHtml ?? '',
			reasons: decisionReasons ?? '',
			outcome,
			civic,
			language: hearing.language,
		},
		commitments: decidedAt ? await commitmentsOf(read, hearing.id) : [],
		commission: await commissionOf(read, hearing.id),
	}
}

export default function Decision() {
	const { t } = useTranslation('protocols')
	const { head, decision, commitments, commission, validUntil } = useLoaderData<typeof loader>()
	return (
		<HearingFrame head={head} title={t('decision.title')}>
			{decision ? (
				<>
					<DefinitionList
						entries={[
							{ term: t('decision.decidedAt'), value: <Time at={decision.decidedAt} /> },
							{
								term: t('public.validUntil'),
								value: validUntil && <Time on={validUntil} format="plain" />,
							},
						]}
					/>
					<DecisionText {...decision} />
					<Part id="commitments" title={t('tracker.title')}>
						{commitments.length > 0 ? (
							<>
								<p>{t('tracker.overall', { percent: keptAltogether(commitments) })}</p>
								<ol className="entries">
									{commitments.map((commitment) => (
										<li key={commitment.id}>
											<Commitment commitment={commitment} />
										</li>
									))}
								</ol>
							</>
						) : (
							<p className="quiet">{t('tracker.none')}</p>
						)}
					</Part>
				</>
			) : (
				<EmptyState heading={t('decision.none')}>{t('decision.when')}</EmptyState>
			)}
			{commission && (
				<Part id="commission" title={t('commission.title')}>
					<CommissionFacts commission={commission} />
				</Part>
			)}
		</HearingFrame>
	)
}
