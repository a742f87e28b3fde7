import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

const METHODS = ['email', 'oidc', 'eds', 'paper'] as const

/** Any mix of conditions; all that are given must hold. */
export function ConditionsForm({
	regions,
	reply,
}: {
	regions: readonly string[]
	reply: FormReply | undefined
}) {
	const { t } = useTranslation(['invalidating', 'common', 'signing'])
	const regionNamed = useRegion()
	const form = useFilledForm(reply, { refusal: useRefusal() })
	const field = (
		name: 'address' | 'network' | 'domain' | 'name' | 'region' | 'method' | 'level' | 'from' | 'until',
	) => ({
		name,
		label: t(`invalidating:condition.${name}`),
		defaultValue: form.value(name),
		error: form.problem(name),
	})
	const any = { value: '', label: t('invalidating:condition.any') }
	return (
		<Form method="post" className="form" aria-labelledby="new" noValidate>
			<Heading level={2} id="new">
				{t('invalidating:invalidations.new')}
			</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('invalidating:invalidations.newText')}</p>
			<div className="grid">
				<Field {...field('network')} description={t('invalidating:condition.hashHint')} />
				<Field {...field('address')} description={t('invalidating:condition.hashHint')} />
				<Field {...field('domain')} description={t('invalidating:condition.domainHint')} />
				<Field {...field('name')} description={t('invalidating:condition.nameHint')} />
				<Field
					{...field('region')}
					type="select"
					options={[any, ...regions.map((code) => ({ value: code, label: regionNamed(code) }))]}
				/>
				<Field
					{...field('method')}
					type="select"
					options={[
						any,
						...METHODS.map((method) => ({ value: method, label: t(`signing:method.${method}`) })),
					]}
				/>
				<Field
					{...field('level')}
					type="select"
					options={[any, ...['1', '2', '3'].map((level) => ({ value: level, label: level }))]}
				/>
				<Field {...field('from')} type="datetime-local" />
				<Field {...field('until')} type="datetime-local" />
			</div>
			<Choice
				name="state"
				legend={t('invalidating:condition.state')}
				options={(['confirmed', 'review'] as const).map((state) => ({
					value: state,
					label: t(`invalidating:totals.${state}`),
				}))}
				defaultValue={form.value('state') ?? 'confirmed'}
				error={form.problem('state')}
			/>
			<div className="actions">
				<Button name="intent" value="try">
					{t('invalidating:invalidations.try')}
				</Button>
			</div>
		</Form>
	)
}
