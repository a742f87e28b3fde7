import { Form } from '@remix-run/react'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { ROLES } from './role.ts'
import { useRefusal } from './use-refusal.ts'

interface Body {
	id: string
	names: { kk: string; ru: string; en: string }
	depth: number
}

interface Props {
	bodies: readonly Body[]
	reply: FormReply | undefined
	wanted: FactorWanted
}

export function GrantForm({ bodies, reply, wanted }: Props) {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const form = useFilledForm(reply, { refusal: useRefusal() })
	return (
		<Form method="post" className="stack" aria-labelledby="grant" noValidate>
			<Heading level={2} id="grant">
				{t('oversight:people.grant')}
			</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('oversight:people.grantHint')}</p>
			<Field
				name="role"
				type="select"
				label={t('oversight:people.role')}
				options={ROLES.map((role) => ({ value: role, label: t(`oversight:role.${role}`) }))}
				defaultValue={form.value('role')}
				error={form.problem('role')}
			/>
			<Field
				name="bodyId"
				type="select"
				label={t('oversight:people.body')}
				options={[
					{ value: '', label: t('oversight:people.noBody') },
					...bodies.map(({ id, names, depth }) => ({
						value: id,
						label: `${'– '.repeat(depth)}${names[language]}`,
					})),
				]}
				defaultValue={form.value('bodyId')}
				error={form.problem('bodyId')}
			/>
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				<Button name="intent" value="grant">
					{t('oversight:people.grant')}
				</Button>
			</div>
		</Form>
	)
}
