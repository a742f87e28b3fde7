import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { SignatureState } from '#db/schema/petitions.ts'

interface Row {
	ordinal: number
	name: string | null
	region: string
	signedOn: string
	state: SignatureState
	removalReason: string | null
}

/** The rows as they were keyed in; a slip of the hand is taken out by its number. */
export function EnteredRows({
	rows,
	open,
	reply,
}: {
	rows: readonly Row[]
	open: boolean
	reply: FormReply | undefined
}) {
	const { t } = useTranslation(['invalidating', 'common'])
	const regionNamed = useRegion()
	const form = useFilledForm(reply, { refusal: useRefusal() })
	return (
		<>
			<Table
				caption={t('invalidating:sheets.entered')}
				stacked
				dense
				columns={[
					{ label: t('invalidating:sheets.ordinal'), numeric: true },
					{ label: t('invalidating:sheets.fullName') },
					{ label: t('invalidating:condition.region') },
					{ label: t('invalidating:sheets.signedOn') },
					{ label: t('invalidating:sheets.standing') },
				]}
				empty={t('invalidating:sheets.noRows')}
				rows={rows.map(({ ordinal, name, region, signedOn, state, removalReason }) => ({
					key: ordinal,
					tone: state === 'confirmed' ? undefined : 'quiet',
					cells: [
						ordinal,
						name ?? '–',
						regionNamed(region),
						<Time key="on" on={signedOn} format="plain" />,
						removalReason
							? `${t(`invalidating:totals.${state}`)}: ${removalReason}`
							: t(`invalidating:totals.${state}`),
					],
				}))}
			/>
			{open && rows.length > 0 && (
				<Form method="post" className="form" aria-labelledby="mistake" noValidate>
					<Heading level={2} id="mistake">
						{t('invalidating:sheets.mistake')}
					</Heading>
					<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
					<p>{t('invalidating:sheets.mistakeText')}</p>
					<Field
						name="ordinal"
						type="number"
						label={t('invalidating:sheets.ordinal')}
						min={1}
						defaultValue={form.value('ordinal')}
						error={form.problem('ordinal')}
					/>
					<Field
						name="reason"
						label={t('invalidating:sheets.mistakeReason')}
						description={t('invalidating:sheets.mistakeReasonHint')}
						defaultValue={form.value('reason')}
						error={form.problem('reason')}
					/>
					<div className="actions">
						<Button name="intent" value="take-out" variant="secondary">
							{t('invalidating:sheets.takeOut')}
						</Button>
					</div>
				</Form>
			)}
		</>
	)
}
