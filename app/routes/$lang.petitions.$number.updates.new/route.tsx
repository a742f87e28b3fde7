import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { limited } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { refusalToAct } from '#app/petitions/petition.ts'
import { publicPetition } from '#app/petitions/public.server.ts'
import { DAYS_BETWEEN_LETTERS, LONGEST_UPDATE } from '#app/petitions/update.ts'
import { writeUpdate } from '#app/petitions/updates.server.ts'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

const SENT = z.object({
	language: z.enum(LANGUAGES),
	title: z.string().min(3).max(LONGEST_UPDATE.title),
	text: z.string().min(10).max(LONGEST_UPDATE.text),
	toSigners: z.boolean().default(false),
})

async function ownPetition(request: Request, params: { number?: string }) {
	const author = await requirePerson(request)
	const { petition, head } = await publicPetition(params)
	if (refusalToAct('write-update', author, { petition })) throw notFound()
	return { author, head }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head } = await ownPetition(request, params)
	return { title: translator(pageLanguage(params))('invalidating:updates.new'), head }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { author, head } = await ownPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const allowed = await limited('report', { person: author.personId })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const acting = { petitionId: head.id, actor: author, now: new Date() }
	const { write } = await store()
	const outcome = await write(petitionKey(head.id), (tx) => writeUpdate(tx, { ...acting, ...form.value }))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(petitionPagePath(pageLanguage(params), head.number, 'updates'))
}

export default function NewUpdate() {
	const { t } = useTranslation(['invalidating', 'common'])
	const language = useLanguage()
	const { title, head } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { language },
		refusal: useRefusal(),
	})
	return (
		<Form method="post" className="form" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Heading level={1}>{title}</Heading>
			<p className="lead" lang={head.language}>
				{head.title}
			</p>
			<p>{t('invalidating:updates.lead')}</p>
			<Field
				name="language"
				type="select"
				width="medium"
				label={t('invalidating:updates.language')}
				options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
				defaultValue={form.value('language')}
				error={form.problem('language')}
			/>
			<Field
				name="title"
				label={t('invalidating:updates.heading')}
				maxLength={LONGEST_UPDATE.title}
				defaultValue={form.value('title')}
				error={form.problem('title')}
			/>
			<Field
				name="text"
				type="textarea"
				rows={10}
				label={t('invalidating:updates.text')}
				description={t('invalidating:updates.textHint')}
				maxLength={LONGEST_UPDATE.text}
				defaultValue={form.value('text')}
				error={form.problem('text')}
			/>
			<Check
				name="toSigners"
				label={t('invalidating:updates.send')}
				description={t('invalidating:updates.sendHint', { count: DAYS_BETWEEN_LETTERS })}
				defaultChecked={form.value('toSigners') === 'on'}
			/>
			<div className="actions">
				<Button>{t('invalidating:updates.submit')}</Button>
				<TextLink href={petitionPagePath(language, head.number, 'updates')}>
					{t('invalidating:updates.cancel')}
				</TextLink>
			</div>
		</Form>
	)
}
