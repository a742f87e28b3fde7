import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Broken } from './plan.ts'

/** What keeps the hearing from being held on its day, what follows in law, and the day that would be lawful. */
export function BrokenGates({ broken }: { broken: Broken }) {
	const { t } = useTranslation(['hearings', 'law'])
	const { gates, renewReason, repeats, earliestStart, over } = broken
	return (
		<Notice tone="danger" heading={t(over ? 'hearings:broken.over' : 'hearings:broken.title')}>
			<ul>
				{gates.map((gate) => (
					<li key={gate.rule}>
						{t(`law:rule.hearing.${gate.rule as 'announce'}`)}
						{gate.day && (
							<>
								{': '}
								{t(`hearings:plan.asks.${gate.asks}`)} <Time on={gate.day} format="plain" />
							</>
						)}
						{gate.article && (
							<>
								{' ('}
								<Article of={gate.article} />
								{')'}
							</>
						)}
					</li>
				))}
				{renewReason !== null && <li>{t('hearings:broken.changed', { reason: renewReason })}</li>}
			</ul>
			{repeats && <p>{t('hearings:broken.follows')}</p>}
			{earliestStart && (
				<p>
					{t('hearings:broken.lawful')} <Time on={earliestStart} format="plain" />
				</p>
			)}
		</Notice>
	)
}
