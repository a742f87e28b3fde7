import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionCountPath } from '#app/links.ts'
import type { SignatureMethod } from '#db/schema/petitions.ts'
import { Progress } from './progress.tsx'
import type { ShownPetition } from './shown.ts'

type Shown = Pick<ShownPetition, 'number' | 'state' | 'confirmed' | 'thresholds' | 'goal' | 'methods'>

/** How many have signed, how that is known, and how many are needed. A script renews the number while it grows. */
export function Total({ petition }: { petition: Shown }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { number, state, confirmed, goal } = petition
	const inWords = (value: number) => numberInWords(language, value)
	return (
		<div className="total" data-count={state === 'open' ? petitionCountPath(number) : undefined}>
			<p role="status">
				<strong className="total-number tabular" data-confirmed="">
					{inWords(confirmed)}
				</strong>{' '}
				<span>{t('page.signatures', { count: confirmed })}</span>
			</p>
			{goal && <Progress value={confirmed} most={goal} label={t('list.progress')} />}
			<Thresholds petition={petition} />
			<Methods petition={petition} />
		</div>
	)
}

function Thresholds({ petition: { thresholds, confirmed } }: { petition: Shown }) {
	const { t } = useTranslation(['petitions', 'law'])
	const language = useLanguage()
	if (!thresholds?.length) return null
	return (
		<ul className="plain-list" aria-label={t('petitions:page.thresholds')}>
			{thresholds.map(({ key, needed }) => {
				const more = needed - confirmed
				return (
					<li key={key}>
						{t(`law:petition.threshold.${key as 'national'}`)}:{' '}
						<span className="tabular">{numberInWords(language, needed)}</span>
						{', '}
						<span className="quiet">
							{more > 0
								? t('petitions:page.needs', { count: more, number: numberInWords(language, more) })
								: t('petitions:page.reached')}
						</span>
					</li>
				)
			})}
		</ul>
	)
}

/** The total always says how it was verified. */
function Methods({ petition: { methods } }: { petition: Shown }) {
	const { t } = useTranslation(['petitions', 'signing'])
	const language = useLanguage()
	if (methods.length === 0) return null
	return (
		<div className="small">
			<p className="quiet">{t('petitions:page.verified')}</p>
			<ul className="plain-list">
				{methods.map(({ key, confirmed }) => (
					<li key={key}>
						{t(`signing:method.${key as SignatureMethod}`)}:{' '}
						<span className="tabular">{numberInWords(language, confirmed)}</span>
					</li>
				))}
			</ul>
		</div>
	)
}
