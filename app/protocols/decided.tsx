import { dayIn } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

/** The words of the decision, and why it was made. */
export function DecisionText({
	outcome,
	html,
	reasons,
	language,
	civic,
}: {
	outcome: string | null
	html: string
	reasons: string
	language: string
	civic: boolean
}) {
	const { t } = useTranslation(['protocols', 'law'])
	return (
		<>
			<p>
				<Tag tone={outcome?.startsWith('approved') ? 'success' : 'neutral'} icon="letter">
					{outcome
						? t(`law:hearing.outcome.${outcome as 'approved'}`)
						: t(civic ? 'protocols:decision.conclusion' : 'protocols:decision.outcome')}
				</Tag>
			</p>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
			<p>
				<strong>{t('protocols:decision.reasons')}</strong>
			</p>
			<div lang={language}>
				<Paragraphs text={reasons} />
			</div>
		</>
	)
}

export interface ShownCommitment {
	id: string
	text: string
	language: string
	dueOn: string
	progress: number
	note: string | null
	toldAt: Date | string | null
	doneAt: Date | string | null
}

/** A promise of the decision, and how far it has come. */
export function Commitment({ commitment }: { commitment: ShownCommitment }) {
	const { t } = useTranslation('protocols')
	const { text, language, dueOn, progress, note, toldAt, doneAt } = commitment
	const late = !doneAt && dueOn < dayIn(zoneInForce(), new Date())
	return (
		<>
			<p lang={language}>{text}</p>
			<p className="row">
				{t('decision.dueOn')} <Time on={dueOn} format="plain" />
				<span className="tabular">
					{t('tracker.progress')} {t('tracker.percent', { percent: progress })}
				</span>
				{doneAt && (
					<Tag tone="success" icon="tick">
						{t('tracker.done')}
					</Tag>
				)}
				{late && (
					<Tag tone="danger" icon="warning">
						{t('tracker.late')}
					</Tag>
				)}
			</p>
			{note && (
				<p className="quiet">
					{toldAt && <Time at={toldAt} />} <span lang={language}>{note}</span>
				</p>
			)}
		</>
	)
}

/** In percent, of all commitments together. */
export const keptAltogether = (commitments: readonly { progress: number }[]): number =>
	commitments.length === 0
		? 0
		: Math.round(commitments.reduce((sum, { progress }) => sum + progress, 0) / commitments.length)
