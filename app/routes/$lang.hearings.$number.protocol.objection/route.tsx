import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { personById } from '#app/people/find.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { publicNameOf } from '#app/people/name.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { objectToProtocol } from '#app/protocols/object.server.ts'
import { publicProtocol } from '#app/protocols/public.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requirePerson(request)
	const { head } = await publicProtocol(params)
	return { title: translator(pageLanguage(params))('protocols:objections.newTitle'), head }
}

const SENT = z.object({ text: z.string().min(1).max(LONGEST.remark), named: z.string().optional() })

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, number, language } = await publicProtocol(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { personId } = person
	const may = await limited('objection', { person: personId, address: addressOf(context) })
	if (!may.ok) return data({ form: form.refuse('often') }, 429)
	const { readOwn, write } = await store()
	const { text, named } = form.value
	const author = named ? await personById(readOwn, personId) : undefined
	const objection = {
		text,
		language,
		publicName: author ? publicNameOf(author, translator(language)('protocols:objections.author')) : null,
	}
	const act = { hearingId: hearing.id, actor: person, now: new Date(), objection }
	const outcome = await write(hearingKey(hearing.id), (tx) => objectToProtocol(tx, act))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(`${hearingPagePath(language, number, 'protocol')}#objections`)
}

export default function Objection() {
	const { t } = useTranslation(['protocols', 'common'])
	const { head } = useLoaderData<typeof loader>()
	const filled = useFormOf('protocols', useActionData<typeof action>()?.form)
	return (
		<HearingFrame head={head} title={t('protocols:objections.newTitle')}>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<p>{t('protocols:objections.newLead')}</p>
			<Form method="post" className="form">
				<Field
					name="text"
					type="textarea"
					rows={8}
					label={t('protocols:objections.text')}
					defaultValue={filled.value('text')}
					error={filled.problem('text')}
				/>
				<Check
					name="named"
					label={t('protocols:objections.named')}
					description={t('protocols:objections.namedAbout')}
					defaultChecked={filled.value('named') !== undefined}
				/>
				<Button icon="letter">{t('protocols:objections.send')}</Button>
			</Form>
		</HearingFrame>
	)
}
