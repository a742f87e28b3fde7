import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

interface Props {
	regions: readonly string[]
	last: { region: string; signedOn: string } | undefined
	reply: FormReply | undefined
}

/** One row of the sheet; the region and the day stay as they were in the row before. */
export function RowForm({ regions, last, reply }: Props) {
	const { t } = useTranslation(['invalidating', 'common'])
	const regionNamed = useRegion()
	const form = useFilledForm(reply, {
		refusal: useRefusal(),
		defaults: { region: last?.region, signedOn: last?.signedOn },
	})
	return (
		<Form method="post" className="form" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Field
				name="fullName"
				label={t('invalidating:sheets.fullName')}
				autoComplete="off"
				autoFocus={!reply}
				defaultValue={form.value('fullName')}
				error={form.problem('fullName')}
			/>
			<Field
				name="identifier"
				label={t('invalidating:sheets.identifier')}
				description={t('invalidating:sheets.identifierHint')}
				inputMode="numeric"
				autoComplete="off"
				width="medium"
				defaultValue={form.value('identifier')}
				error={form.problem('identifier')}
			/>
			{regions.length > 0 ? (
				<Field
					name="region"
					type="select"
					width="medium"
					label={t('invalidating:condition.region')}
					options={[
						{ value: 'unknown', label: regionNamed('unknown') },
						...regions.map((code) => ({ value: code, label: regionNamed(code) })),
					]}
					defaultValue={form.value('region')}
					error={form.problem('region')}
				/>
			) : (
				<input type="hidden" name="region" value="unknown" />
			)}
			<Field
				name="signedOn"
				type="date"
				label={t('invalidating:sheets.signedOn')}
				defaultValue={form.value('signedOn')}
				error={form.problem('signedOn')}
			/>
			<div className="actions">
				<Button name="intent" value="enter">
					{t('invalidating:sheets.enter')}
				</Button>
			</div>
		</Form>
	)
}
