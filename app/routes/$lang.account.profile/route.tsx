import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { changeProfile } from '#app/people/change.server.ts'
import * as fields from '#app/people/fields.ts'
import { personById } from '#app/people/find.server.ts'
import { NAME_DISPLAYS, publicNameOf } from '#app/people/name.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

const SENT = z.object({
	fullName: fields.fullName,
	nameDisplay: z.enum(NAME_DISPLAYS),
	language: z.enum(LANGUAGES),
	postalAddress: z.string().max(500).optional(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const t = translator(pageLanguage(params))
	const { readOwn } = await store()
	const person = await personById(readOwn, personId)
	if (!person) throw new Error(`no person ${personId}`)
	const { fullName, nameDisplay, language, postalAddress } = person
	return {
		title: t('people:account.profile'),
		saved: new URL(request.url).searchParams.has('saved'),
		profile: { fullName, nameDisplay, language, postalAddress },
		identified: person.identifierHash !== null,
		displays: NAME_DISPLAYS.map((display) => ({
			value: display,
			example: publicNameOf({ ...person, nameDisplay: display }, t('people:author')),
		})),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const postalAddress = form.value.postalAddress ?? null
	await write(`person:${personId}`, (tx) => changeProfile(tx, { ...form.value, personId, postalAddress }))
	throw redirect(`${accountPagePath(pageLanguage(params), 'profile')}?saved`)
}

export default function Profile() {
	const { t } = useTranslation(['people', 'common'])
	const { saved, profile, identified, displays } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { defaults: profile })
	return (
		<Form method="post" action="." className="stack" noValidate>
			<Heading level={1}>{t('account.profile')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{saved && !answer && <Notice tone="success" heading={t('account.saved')} />}
			<Field
				name="fullName"
				label={t('fields.fullName')}
				description={t(identified ? 'profile.nameProven' : 'fields.fullNameHint')}
				readOnly={identified}
				autoComplete="name"
				required
				defaultValue={form.value('fullName')}
				error={form.problem('fullName')}
			/>
			<Choice
				name="nameDisplay"
				legend={t('profile.display')}
				description={t('profile.displayHint')}
				options={displays.map(({ value, example }) => ({
					value,
					label: t(`profile.displays.${value}`),
					description: example,
				}))}
				defaultValue={form.value('nameDisplay')}
				error={form.problem('nameDisplay')}
			/>
			<Field
				name="language"
				type="select"
				label={t('profile.language')}
				options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
				width="medium"
				defaultValue={form.value('language')}
				error={form.problem('language')}
			/>
			<Field
				name="postalAddress"
				type="textarea"
				rows={3}
				label={t('profile.address')}
				description={t('profile.addressHint')}
				optional={t('common:form.optional')}
				autoComplete="street-address"
				defaultValue={form.value('postalAddress')}
				error={form.problem('postalAddress')}
			/>
			<div className="actions">
				<Button>{t('account.save')}</Button>
			</div>
		</Form>
	)
}
