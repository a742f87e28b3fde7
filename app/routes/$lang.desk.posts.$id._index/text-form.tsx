import { Form } from '@remix-run/react'
import type { DeskPost } from '#app/blogs/find.server.ts'
import { TextFields } from '#app/blogs/text-fields.tsx'
import { useRefusals } from '#app/blogs/use-refusals.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Props {
	post: DeskPost
	textLanguage: Language
	form: FormReply | undefined
}

/** The text in one language: of a draft, a correction with its reason, or a new translation. */
export function TextForm({ post, textLanguage, form }: Props) {
	const { t } = useTranslation(['blogs', 'common'])
	const kept = post.texts.find((text) => text.language === textLanguage)
	const filled = useFilledForm(form, {
		defaults: { title: kept?.title, summary: kept?.summary, markdown: kept?.markdown },
		refusal: useRefusals(),
	})
	const published = post.state === 'published'
	const button = published ? (kept ? 'desk.correct' : 'desk.translate') : 'desk.save'
	return (
		<Form method="post" className="form" reloadDocument>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<input type="hidden" name="language" value={textLanguage} />
			<Heading level={2} size="sm">
				{t('blogs:desk.textIn')}: {LANGUAGE_NAMES[textLanguage]}
			</Heading>
			<TextFields filled={filled} lang={textLanguage} />
			{published && kept && (
				<Field
					name="note"
					type="textarea"
					rows={3}
					label={t('blogs:desk.note')}
					description={t('blogs:desk.noteHelp')}
					defaultValue={filled.value('note')}
					error={filled.problem('note')}
					maxLength={1000}
				/>
			)}
			<p className="actions">
				<Button name="intent" value="save">
					{t(`blogs:${button}`)}
				</Button>
				<Button name="intent" value="preview" variant="secondary">
					{t('blogs:desk.preview')}
				</Button>
			</p>
		</Form>
	)
}
