import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Hidden } from '#app/rooms/hidden.tsx'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { useRoomWords } from '#app/rooms/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { Position } from '#db/schema/hearings.ts'

/** The secretary writes down what each who was called has said: it is their remark. */
export function TakeDown({
	spoken,
	reply,
}: {
	spoken: readonly { id: string; name: string; position: Position }[]
	reply: FormReply | undefined
}) {
	const { t } = useTranslation('rooms')
	const words = useRoomWords()
	const language = useLanguage()
	const form = useFilledForm(reply, { defaults: { language }, refusal: useRefusal() })
	if (spoken.length === 0) return null
	return (
		<section className="stack" aria-labelledby="take-down">
			<Heading level={2} size="xs" id="take-down">
				{t('takeDown.title')}
			</Heading>
			<p className="column">{t('takeDown.help')}</p>
			<Form method="post" className="form" noValidate>
				<Hidden intent="take-down" />
				<Field
					name="speechId"
					type="select"
					width="medium"
					label={t('takeDown.who')}
					options={spoken.map(({ id, name, position }) => ({
						value: id,
						label: `${name} (${words.position[position]})`,
					}))}
					defaultValue={form.value('speechId')}
					error={form.problem('speechId')}
				/>
				<Field
					name="language"
					type="select"
					width="medium"
					label={t('takeDown.language')}
					options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
					defaultValue={form.value('language')}
					error={form.problem('language')}
				/>
				<Field
					name="said"
					type="textarea"
					rows={6}
					label={t('takeDown.said')}
					maxLength={LONGEST.remark}
					defaultValue={form.value('said')}
					error={form.problem('said')}
				/>
				<Button variant="secondary">{t('takeDown.submit')}</Button>
			</Form>
		</section>
	)
}
