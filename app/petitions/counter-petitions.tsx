import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { goalOf } from './goal.ts'
import { PetitionTag } from './petition-tag.tsx'
import { Progress } from './progress.tsx'
import type { ShownPetition } from './shown.ts'

type Side = Pick<ShownPetition, 'number' | 'state' | 'confirmed' | 'goal' | 'original'>

/** A petition and the one that asks for the opposite, with the numbers of both. */
export function CounterPetitions({
	petition,
	counters,
}: {
	petition: Side
	counters: ShownPetition['counters']
}) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	if (counters.length === 0) return null
	return (
		<section className="stack" aria-labelledby="counter">
			<Heading level={2} id="counter">
				{t('page.side')}
			</Heading>
			<ul className="grid">
				<li className="ds-card">
					<p className="quiet small">{t('page.this')}</p>
					<p lang={petition.original?.language}>{petition.original?.title}</p>
					<Numbers state={petition.state} confirmed={petition.confirmed} needed={petition.goal} />
				</li>
				{counters.map((other) => (
					<li key={other.id} className="ds-card">
						<p className="quiet small">{t('page.counter')}</p>
						<p lang={other.language}>
							<a className="ds-link" href={petitionPath(language, other.number ?? '')}>
								{other.title}
							</a>
						</p>
						<Numbers
							state={other.state}
							confirmed={other.confirmed ?? 0}
							needed={goalOf(other.thresholds, other.confirmed ?? 0)?.needed}
						/>
					</li>
				))}
			</ul>
		</section>
	)
}

function Numbers({ state, confirmed, needed }: { state: Side['state']; confirmed: number; needed?: number }) {
	const { t } = useTranslation('petitions')
	const number = numberInWords(useLanguage(), confirmed)
	return (
		<>
			<p className="tabular">
				<strong>{t('list.signed', { count: confirmed, number })}</strong>
			</p>
			{needed && <Progress value={confirmed} most={needed} label={t('list.progress')} />}
			<PetitionTag state={state} />
		</>
	)
}
