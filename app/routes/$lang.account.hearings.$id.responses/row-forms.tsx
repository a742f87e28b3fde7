import { Form } from '@remix-run/react'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { OUTCOMES } from '#app/remarks/remark.ts'
import type { ShownRow } from '#app/remarks/shown.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'

interface OfRow {
	row: Pick<ShownRow, 'id' | 'answer' | 'outcome' | 'reason' | 'changed' | 'unresolved'>
	/** Where a form of this row came back with a problem. */
	filled: ReturnType<typeof useFilledForm> | undefined
}

const sentAs = (filled: OfRow['filled'], intent: string) =>
	filled?.value('intent') === intent ? filled : undefined

export function AnswerForm({ row, filled }: OfRow) {
	const { t } = useTranslation('remarks')
	const own = sentAs(filled, 'answer')
	return (
		<Details summary={t('answering.answer')} open={own !== undefined || !row.answer}>
			<Form method="post" className="form">
				<input type="hidden" name="groupId" value={row.id} />
				<Field
					name="answer"
					id={`answer-${row.id}`}
					type="textarea"
					rows={4}
					label={t('answering.answer')}
					defaultValue={own?.value('answer') ?? row.answer ?? undefined}
					error={own?.problem('answer')}
					maxLength={LONGEST.remark}
				/>
				<Button name="intent" value="answer">
					{t('answering.save')}
				</Button>
			</Form>
		</Details>
	)
}

export function RespondForm({ row, filled }: OfRow) {
	const { t } = useTranslation('remarks')
	const own = sentAs(filled, 'respond')
	return (
		<Details summary={t('answering.respond')} open={own !== undefined || !row.outcome}>
			<Form method="post" className="form">
				<input type="hidden" name="groupId" value={row.id} />
				<Choice
					name="outcome"
					id={`outcome-${row.id}`}
					legend={t('answering.outcome')}
					defaultValue={own?.value('outcome') ?? row.outcome ?? undefined}
					error={own?.problem('outcome')}
					options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
				/>
				<Field
					name="reason"
					id={`reason-${row.id}`}
					type="textarea"
					rows={4}
					label={t('answering.reason')}
					defaultValue={own?.value('reason') ?? row.reason ?? undefined}
					error={own?.problem('reason')}
					maxLength={LONGEST.reason}
				/>
				<Field
					name="changed"
					id={`changed-${row.id}`}
					type="textarea"
					rows={3}
					label={t('answering.changed')}
					description={t('answering.changedHelp')}
					defaultValue={own?.value('changed') ?? row.changed ?? undefined}
					error={own?.problem('changed')}
					maxLength={LONGEST.reason}
				/>
				<Button name="intent" value="respond">
					{t('answering.decide')}
				</Button>
			</Form>
		</Details>
	)
}

export function FindForm({ row }: OfRow) {
	const { t } = useTranslation('remarks')
	return (
		<Form method="post" className="actions">
			<input type="hidden" name="groupId" value={row.id} />
			<Button name="intent" value={row.unresolved ? 'lift' : 'find'} variant="secondary">
				{t(row.unresolved ? 'answering.liftButton' : 'answering.findButton')}
			</Button>
		</Form>
	)
}
