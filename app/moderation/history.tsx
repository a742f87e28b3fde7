import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import type { HidingReason } from './hiding.ts'

interface Report {
	id: string
	reason: string
	explanation: string
	at: Date | string
	decidedAt: Date | string | null
	outcome: string | null
}

export function ReportsOf({ reports }: { reports: readonly Report[] }) {
	const { t } = useTranslation('oversight')
	if (reports.length === 0) return null
	return (
		<section className="stack" aria-labelledby="reports">
			<Heading level={2} id="reports">
				{t('moderation.reportsOf')}
			</Heading>
			<ul className="entries">
				{reports.map(({ id, reason, explanation, at, decidedAt, outcome }) => (
					<li key={id}>
						<p>
							<strong>{t(`reason.${reason as HidingReason}`)}</strong>
						</p>
						{explanation && <p>{explanation}</p>}
						<p className="meta">
							<Time at={at} />
							<span>
								{decidedAt ? t(`moderation.outcome.${outcome as 'left'}`) : t('moderation.undecided')}
							</span>
						</p>
					</li>
				))}
			</ul>
		</section>
	)
}

interface Hiding {
	id: string
	reason: string
	explanation: string
	at: Date | string
	liftedAt: Date | string | null
}

export function History({ history }: { history: readonly Hiding[] }) {
	const { t } = useTranslation('oversight')
	if (history.length === 0) return null
	return (
		<section className="stack" aria-labelledby="history">
			<Heading level={2} id="history">
				{t('moderation.history')}
			</Heading>
			<ul className="ds-list">
				{history.map(({ id, reason, explanation, at, liftedAt }) => (
					<li key={id}>
						{t('moderation.hid')}: <Time at={at} />. {t(`reason.${reason as HidingReason}`)}. {explanation}
						{liftedAt && (
							<>
								{' '}
								({t('moderation.lifted')}: <Time at={liftedAt} />)
							</>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}
