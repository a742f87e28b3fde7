import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { pageTitle } from '#app/page-title.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { foldEmail } from '#app/people/email.ts'
import * as fields from '#app/people/fields.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { NewPasswordForm } from '#app/people/new-password-form.tsx'
import { requestReset } from '#app/people/reset.server.ts'
import { emailKey } from '#app/people/sign-up.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({ intent: z.literal('send'), email: fields.email, carried: fields.sealed }),
])

export function loader({ params }: LoaderFunctionArgs) {
	return { title: translator(pageLanguage(params))('people:reset.title') }
}

interface Answer {
	form?: FormReply
	carried?: string
	sentTo?: string
}

export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { carried } = form.value
	if (form.value.intent === 'show') return data<Answer>({ carried })

	const { email } = form.value
	const allowed = await limited('sendCode', { account: foldEmail(email), address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	await write(emailKey(email), (tx) => requestReset(tx, { email, secretKey, now: new Date() }))
	return data<Answer>({ sentTo: email, carried })
}

export default function Reset() {
	const { t } = useTranslation(['people', 'common'])
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	const carried = form.value('carried') ?? answer?.carried
	if (answer?.sentTo) return <NewPasswordForm email={answer.sentTo} carried={carried} sent />
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('reset.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('reset.lead')}</p>
			<Field
				name="email"
				type="email"
				label={t('fields.email')}
				autoComplete="username"
				required
				defaultValue={form.value('email')}
				error={form.problem('email')}
			/>
			<CarriedFields carried={carried} />
			<div className="actions">
				<Button name="intent" value="send">
					{t('reset.send')}
				</Button>
			</div>
		</Form>
	)
}
