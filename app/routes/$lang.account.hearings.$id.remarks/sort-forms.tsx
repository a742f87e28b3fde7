import { Form } from '@remix-run/react'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import type { RemarkState } from '#db/schema/hearings.ts'

/** What can be done to one remark: left out of the count, or shown in part. */
export function SortForms({
	remark: { ordinal, state, original, name },
	filled,
}: {
	remark: { ordinal: number; state: RemarkState; original: string; name: string | null }
	/** Where a form of this remark came back with a problem. */
	filled: ReturnType<typeof useFilledForm> | undefined
}) {
	const { t } = useTranslation('remarks')
	const sent = (intent: string) => (filled?.value('intent') === intent ? filled : undefined)
	const [leaving, redacting] = [sent('leave-out'), sent('redact')]
	const reason = (intent: string, own: typeof filled) => (
		<Field
			name="reason"
			id={`${intent}-${ordinal}`}
			label={t('sorting.reason')}
			defaultValue={own?.value('reason')}
			error={own?.problem('reason')}
			maxLength={LONGEST.reason}
		/>
	)
	const hidden = <input type="hidden" name="ordinal" value={ordinal} />
	return (
		<>
			<Details summary={t('sorting.whole')}>
				<p className="quiet">
					{t('sorting.name')}: {name}
				</p>
				<Paragraphs text={original} />
			</Details>
			{state === 'not_counted' ? (
				<Form method="post" className="actions">
					{hidden}
					<Button name="intent" value="count" variant="secondary">
						{t('sorting.countAgain')}
					</Button>
				</Form>
			) : (
				<Details summary={t('sorting.leaveOut')} open={leaving !== undefined}>
					<Form method="post" className="form">
						{hidden}
						<p>{t('sorting.leaveOutHelp')}</p>
						{reason('leave-out', leaving)}
						<Button name="intent" value="leave-out">
							{t('sorting.leaveOut')}
						</Button>
					</Form>
				</Details>
			)}
			<Details summary={t('sorting.redact')} open={redacting !== undefined}>
				<Form method="post" className="form">
					{hidden}
					<Field
						name="text"
						id={`text-${ordinal}`}
						type="textarea"
						rows={6}
						label={t('sorting.redacted')}
						description={t('sorting.redactedHelp')}
						defaultValue={redacting?.value('text') ?? original}
						error={redacting?.problem('text')}
						maxLength={LONGEST.remark}
					/>
					<Check name="hideFiles" id={`files-${ordinal}`} label={t('sorting.files')} />
					{reason('redact', redacting)}
					<Button name="intent" value="redact">
						{t('sorting.redact')}
					</Button>
				</Form>
			</Details>
		</>
	)
}
