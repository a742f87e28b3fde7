import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { NameFields } from './name-fields.tsx'
import { useRefusal } from './use-refusal.ts'

interface Filled {
	slug: string
	names: { kk: string; ru: string; en: string }
	position: number
}

/** With bodies it asks to which of them a new office belongs. */
export function OfficeForm({
	office,
	bodies,
	bodyId,
	reply,
}: {
	office?: Filled
	bodies?: readonly { id: string; names: { kk: string; ru: string; en: string } }[]
	bodyId?: string | undefined
	reply: FormReply | undefined
}) {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const defaults = { slug: office?.slug, position: office?.position ?? 0, ...office?.names, bodyId }
	const form = useFilledForm(reply, { defaults, refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{bodies && (
				<Field
					name="bodyId"
					type="select"
					label={t('oversight:offices.body')}
					options={bodies.map(({ id, names }) => ({ value: id, label: names[language] }))}
					defaultValue={form.value('bodyId')}
					error={form.problem('bodyId')}
				/>
			)}
			<NameFields form={form} legend={t('oversight:offices.names')} />
			<Field
				name="slug"
				label={t('oversight:offices.slug')}
				description={t('oversight:offices.slugHint')}
				required
				defaultValue={form.value('slug')}
				error={form.problem('slug')}
			/>
			<Field
				name="position"
				type="number"
				min={0}
				label={t('oversight:offices.position')}
				defaultValue={form.value('position')}
				error={form.problem('position')}
			/>
			<div className="actions">
				<Button>{t('oversight:admin.save')}</Button>
			</div>
		</Form>
	)
}
