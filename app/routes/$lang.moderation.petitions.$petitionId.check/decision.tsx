import { Form } from '@remix-run/react'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Asked {
	form: ReturnType<typeof useFilledForm>
	grounds: readonly { code: string; hides: boolean }[]
	wanted: FactorWanted
}

/** One way or the other, with the ground and the reasons where it is not admissible. */
export function Decision({ form, grounds, wanted }: Asked) {
	const { t } = useTranslation(['proposing', 'law'])
	return (
		<Form method="post" className="form" aria-labelledby="decision">
			<Heading level={2} id="decision">
				{t('proposing:checking.decision')}
			</Heading>
			<p>{t('proposing:checking.lead')}</p>
			<Choice
				name="intent"
				legend={t('proposing:checking.admissible')}
				defaultValue={form.value('intent')}
				error={form.problem('intent')}
				required
				boxed
				options={[
					{
						value: 'pass',
						label: t('proposing:checking.pass'),
						description: t('proposing:checking.passText'),
					},
					{
						value: 'reject',
						label: t('proposing:checking.reject'),
						description: t('proposing:checking.rejectText'),
					},
				]}
			/>
			<Choice
				name="ground"
				legend={t('proposing:checking.ground')}
				defaultValue={form.value('ground')}
				error={form.problem('ground')}
				options={grounds.map(({ code, hides }) => ({
					value: code,
					label: t(`law:petition.ground.${code as 'banned_subject'}`),
					description: hides ? t('proposing:checking.groundHides') : undefined,
				}))}
			/>
			<Field
				name="reason"
				type="textarea"
				rows={6}
				label={t('proposing:checking.reason')}
				description={t('proposing:checking.reasonHelp')}
				defaultValue={form.value('reason')}
				error={form.problem('reason')}
				maxLength={5000}
			/>
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<p className="actions">
				<Button>{t('proposing:checking.decide')}</Button>
			</p>
		</Form>
	)
}
