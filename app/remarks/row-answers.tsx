import { useTranslation } from '#app/i18n/use-translation.ts'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { RowOutcome } from '#db/schema/hearings.ts'
import type { ShownRow } from './shown.ts'

const TONES = { accepted: 'success', partly: 'info', not_accepted: 'danger' } as const

export function OutcomeTag({ outcome }: { outcome: RowOutcome | null }) {
	const { t } = useTranslation('remarks')
	if (!outcome) return <Tag tone="warning">{t('outcome.open')}</Tag>
	return <Tag tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Tag>
}

/** What the initiator answers to a row, what became of it, why, and what was changed. */
export function RowAnswers({
	row,
}: {
	row: Pick<ShownRow, 'outcome' | 'answer' | 'reason' | 'changed' | 'unresolved'> & {
		answeredAt: Date | string | null
		respondedAt: Date | string | null
	}
}) {
	const { t } = useTranslation('remarks')
	const said = [
		{ key: 'answer', text: row.answer, at: row.answeredAt },
		{ key: 'reason', text: row.reason, at: row.respondedAt },
		{ key: 'changed', text: row.changed, at: null },
	] as const
	return (
		<>
			<p className="row">
				<OutcomeTag outcome={row.outcome} />
				{row.unresolved && <Tag tone="danger">{t('unresolved')}</Tag>}
			</p>
			<dl className="facts">
				{said.map(
					({ key, text, at }) =>
						text && (
							<div key={key}>
								<dt>
									{t(`responses.${key}`)} {at && <Time at={at} />}
								</dt>
								<dd>
									<Paragraphs text={text} />
								</dd>
							</div>
						),
				)}
			</dl>
			{!row.answer && !row.outcome && <p className="quiet">{t('responses.notYet')}</p>}
		</>
	)
}
