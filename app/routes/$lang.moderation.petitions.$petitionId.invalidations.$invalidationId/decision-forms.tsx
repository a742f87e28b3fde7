import { Form } from '@remix-run/react'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Props {
	acts: readonly ('start' | 'discard' | 'reverse')[]
	found: number
	wanted: FactorWanted
	reply: FormReply | undefined
}

/** What may be done now: run what was tried, or leave it; take back what ran. */
export function DecisionForms({ acts, found, wanted, reply }: Props) {
	const { t } = useTranslation(['invalidating', 'common'])
	const language = useLanguage()
	const form = useFilledForm(reply, { refusal: useRefusal() })
	const act = acts.find((one) => one !== 'discard')
	if (!act || (act === 'start' && found === 0)) return acts.includes('discard') ? <Discard /> : null
	return (
		<>
			<Form method="post" className="form" aria-labelledby="decide" noValidate>
				<Heading level={2} id="decide">
					{t(`invalidating:invalidation.${act}`)}
				</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<p>{t(`invalidating:invalidation.${act}Text`, { number: numberInWords(language, found) })}</p>
				<Field
					name="reason"
					type="textarea"
					rows={3}
					label={t('invalidating:invalidation.reason')}
					description={t(
						act === 'start'
							? 'invalidating:invalidation.reasonHint'
							: 'invalidating:invalidation.reverseHint',
					)}
					defaultValue={form.value('reason')}
					error={form.problem('reason')}
				/>
				<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
				<div className="actions">
					<Button name="intent" value={act} color={act === 'start' ? 'danger' : undefined}>
						{t(`invalidating:invalidation.${act}Button`)}
					</Button>
				</div>
			</Form>
			{acts.includes('discard') && <Discard />}
		</>
	)
}

function Discard() {
	const { t } = useTranslation('invalidating')
	return (
		<Form method="post" className="actions">
			<Button name="intent" value="discard" variant="secondary">
				{t('invalidation.discard')}
			</Button>
		</Form>
	)
}
