import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { NameFields } from './name-fields.tsx'
import { PetitionFields, type Petitions } from './petition-fields.tsx'
import { useRefusal } from './use-refusal.ts'

interface Above {
	id: string
	code: string
	names: { kk: string; ru: string; en: string }
	depth: number
}

interface Filled {
	code: string
	names: { kk: string; ru: string; en: string }
	parentId: string | null
	region: string | null
	deskEmail: string | null
	officeClose: string | null
	bound: boolean
	competence: string | null
	population: number | null
	populationOn: string | null
	populationSource: string | null
}

export function BodyForm({
	body,
	others,
	usualClose,
	petitions,
	reply,
}: {
	body?: Filled
	/** What may stand above it. */
	others: readonly Above[]
	usualClose: string | null
	petitions: Petitions
	reply: FormReply | undefined
}) {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const { names, bound, ...rest } = body ?? {}
	const unbound = bound === false ? 'on' : undefined
	const form = useFilledForm(reply, { defaults: { ...rest, unbound, ...names }, refusal: useRefusal() })
	const optional = t('common:form.optional')
	return (
		<Form method="post" className="stack" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<NameFields form={form} legend={t('oversight:bodies.names')} />
			<Field
				name="code"
				width="short"
				label={t('oversight:bodies.code')}
				description={t('oversight:bodies.codeHint')}
				required
				defaultValue={form.value('code')}
				error={form.problem('code')}
			/>
			<Field
				name="parentId"
				type="select"
				label={t('oversight:bodies.parent')}
				options={[
					{ value: '', label: t('oversight:bodies.noParent') },
					...others.map(({ id, names: of, depth }) => ({
						value: id,
						label: `${'– '.repeat(depth)}${of[language]}`,
					})),
				]}
				defaultValue={form.value('parentId')}
				error={form.problem('parentId')}
			/>
			<Field
				name="region"
				width="short"
				label={t('oversight:bodies.region')}
				description={t('oversight:bodies.regionHint')}
				optional={optional}
				defaultValue={form.value('region')}
				error={form.problem('region')}
			/>
			<Field
				name="deskEmail"
				type="email"
				label={t('oversight:bodies.deskEmail')}
				description={t('oversight:bodies.deskEmailHint')}
				optional={optional}
				defaultValue={form.value('deskEmail')}
				error={form.problem('deskEmail')}
			/>
			<Field
				name="officeClose"
				type="time"
				label={t('oversight:bodies.officeClose')}
				description={
					usualClose
						? t('oversight:bodies.officeCloseHint', { time: usualClose })
						: t('oversight:bodies.officeCloseNone')
				}
				optional={optional}
				defaultValue={form.value('officeClose')}
				error={form.problem('officeClose')}
			/>
			<Check
				name="unbound"
				label={t('oversight:bodies.unbound')}
				description={t('oversight:bodies.unboundHint')}
				defaultChecked={form.value('unbound') === 'on'}
			/>
			<PetitionFields form={form} petitions={petitions} />
			<div className="actions">
				<Button>{t('oversight:admin.save')}</Button>
			</div>
		</Form>
	)
}
