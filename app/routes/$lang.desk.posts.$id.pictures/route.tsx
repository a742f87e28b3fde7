import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { postOnDesk } from '#app/blogs/find.server.ts'
import { useRefusals } from '#app/blogs/use-refusals.ts'
import { addPicture } from '#app/blogs/write.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { takePicture } from '#app/files/take-picture.server.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPostPath } from '#app/links.ts'
import { forbidden, notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

const words = z.string().min(3).max(500)

const SENT = z.object({ picture: uploads({ maxFiles: 1 }), kk: words, ru: words, en: words })

export async function loader({ request, params }: LoaderFunctionArgs) {
	await illustrated(request, params.id)
	return { title: translator(pageLanguage(params))('blogs:desk.addPicture') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { actor, post } = await illustrated(request, params.id)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { picture, ...alternatives } = form.value
	const [file] = picture
	if (!file) return data({ form: form.refuse('required', 'picture') }, 422)
	const may = await limited('upload', { person: String(actor.personId), address: addressOf(context) })
	if (!may.ok) return data({ form: form.refuse('often') }, 429)
	const taken = await takePicture(file)
	if (!taken.ok) return data({ form: form.refuse(taken.refusal, 'picture') }, 422)

	const { stored, width, height } = taken.value
	const { write } = await store()
	const outcome = await write(`post:${post.id}`, async (tx) => {
		const [fileId] = await keepFiles(tx, { stored: [stored], by: actor.personId, now: new Date() })
		return addPicture(tx, { postId: post.id, fileId: String(fileId), width, height, alternatives, actor })
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	return redirect(deskPostPath(pageLanguage(params), post.id, undefined, { done: 'pictureAdded' }))
}

/** The post, for whoever may put a picture into it. */
async function illustrated(request: Request, id = '') {
	const actor = await requireRole(request, 'executor', 'approver')
	const { readOwn } = await store()
	const post = await postOnDesk(readOwn, actor, id)
	if (!post) throw notFound()
	if (!post.acts.includes('illustrate')) throw forbidden()
	return { actor, post }
}

export default function AddPicture() {
	const { t } = useTranslation(['blogs', 'common'])
	const language = useLanguage()
	const { id = '' } = useParams()
	const filled = useFilledForm(useActionData<typeof action>()?.form, { refusal: useRefusals() })
	return (
		<Form method="post" encType="multipart/form-data" className="form" reloadDocument>
			<p>
				<TextLink href={deskPostPath(language, id)}>{t('blogs:desk.back')}</TextLink>
			</p>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t('blogs:desk.addPicture')}</Heading>
			<Field
				name="picture"
				type="file"
				label={t('blogs:desk.picture')}
				description={t('blogs:desk.pictureHelp')}
				error={filled.problem('picture')}
				accept=".jpg,.jpeg,.png,.webp"
				required
			/>
			{LANGUAGES.map((one) => (
				<Field
					key={one}
					name={one}
					type="textarea"
					rows={2}
					lang={one}
					label={t('blogs:desk.alternative', { language: LANGUAGE_NAMES[one] })}
					description={t('blogs:desk.alternativeHelp')}
					defaultValue={filled.value(one)}
					error={filled.problem(one)}
					required
					maxLength={500}
				/>
			))}
			<p className="actions">
				<Button>{t('blogs:desk.addPicture')}</Button>
			</p>
		</Form>
	)
}
