import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { changeOfficial, officeKey } from '#app/administration/appoint.server.ts'
import { officialWords } from '#app/administration/fields.ts'
import { officialOf } from '#app/administration/find.server.ts'
import { NameFields } from '#app/administration/name-fields.tsx'
import { useRefusal } from '#app/administration/use-refusal.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const official = await officialOf(readOwn, params.officeId ?? '', params.officialId ?? '')
	if (!official) throw notFound()
	return { title: official.names[pageLanguage(params)], official }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const { officeId = '', officialId = '' } = params
	const form = await readForm(request, officialWords)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const outcome = await write(officeKey(officeId), (tx) =>
		changeOfficial(tx, { officeId, officialId, ...form.value, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

export default function OneOfficial() {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const { officeId = '' } = useParams()
	const { official } = useLoaderData<typeof loader>()
	const { kk, ru, en } = official.biographies ?? {}
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { ...official.names, biographyKk: kk, biographyRu: ru, biographyEn: en },
		refusal: useRefusal(),
	})
	return (
		<Form method="post" className="stack" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Heading level={1}>{official.names[language]}</Heading>
			<p>{t('oversight:officials.lead')}</p>
			<NameFields form={form} legend={t('oversight:officials.names')} />
			{LANGUAGES.map((one) => {
				const name = `biography${one.slice(0, 1).toUpperCase()}${one.slice(1)}`
				return (
					<Field
						key={one}
						name={name}
						type="textarea"
						rows={5}
						lang={one}
						label={t('oversight:officials.biography', { language: LANGUAGE_NAMES[one] })}
						description={t('oversight:officials.biographyHint')}
						optional={t('common:form.optional')}
						defaultValue={form.value(name)}
						error={form.problem(name)}
						maxLength={5000}
					/>
				)
			})}
			<div className="actions">
				<Button>{t('oversight:officials.save')}</Button>
				<TextLink href={administeredPath(language, 'offices', officeId)}>
					{t('oversight:officials.back')}
				</TextLink>
			</div>
		</Form>
	)
}
