import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { POST_TEXT } from '#app/blogs/post-fields.ts'
import { TextFields } from '#app/blogs/text-fields.tsx'
import { type Preview, TextPreview } from '#app/blogs/text-preview.tsx'
import { useRefusals } from '#app/blogs/use-refusals.ts'
import { startPost } from '#app/blogs/write.server.ts'
import { officesOfBodies } from '#app/bodies/find.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { deskPagePath, deskPostPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { bodiesWith } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.object({
	...POST_TEXT,
	intent: z.enum(['save', 'preview']).default('save'),
	office: z.string().min(1).max(100),
	language: z.enum(LANGUAGES),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const actor = await requireRole(request, 'executor', 'approver')
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('blogs:desk.new'),
		offices: await officesOfBodies(readOwn, bodiesWith(actor, ['executor', 'approver'])),
	}
}

interface Answer {
	form: FormReply
	preview?: Preview
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'executor', 'approver')
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { intent, office, ...text } = form.value
	if (intent === 'preview') {
		const { html } = renderMarkdown(text.markdown, { page: true })
		return data<Answer>({ form: form.unchanged(), preview: { ...text, html } })
	}
	const { write } = await store()
	const { zone } = profileById(configuration().JURISDICTION).time
	const outcome = await write(`office:${office}`, (tx) =>
		startPost(tx, { officeId: office, text, actor, now: new Date(), zone }),
	)
	if (!outcome.ok) return data<Answer>({ form: form.refuse(outcome.refusal) }, 409)
	return redirect(deskPostPath(pageLanguage(params), outcome.value.postId, undefined, { done: 'saved' }))
}

export default function NewPost() {
	const { t } = useTranslation(['blogs', 'common'])
	const language = useLanguage()
	const { offices } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const filled = useFilledForm(answer?.form, { defaults: { language }, refusal: useRefusals() })
	return (
		<div className="stack column" data-gap="wide">
			<p>
				<TextLink href={deskPagePath(language, 'posts')}>{t('blogs:desk.toPosts')}</TextLink>
			</p>
			{answer?.preview && <TextPreview preview={answer.preview} />}
			<Form method="post" className="form" reloadDocument>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<Heading level={1}>{t('blogs:desk.new')}</Heading>
				<Field
					name="office"
					type="select"
					label={t('blogs:desk.office')}
					defaultValue={filled.value('office')}
					error={filled.problem('office')}
					options={offices.map(({ id, names }) => ({ value: id, label: names[language] }))}
				/>
				<Field
					name="language"
					type="select"
					label={t('blogs:desk.language')}
					description={t('blogs:desk.languageHelp')}
					defaultValue={filled.value('language')}
					options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
				/>
				<TextFields filled={filled} />
				<p className="actions">
					<Button name="intent" value="save">
						{t('blogs:desk.save')}
					</Button>
					<Button name="intent" value="preview" variant="secondary">
						{t('blogs:desk.preview')}
					</Button>
				</p>
			</Form>
		</div>
	)
}
