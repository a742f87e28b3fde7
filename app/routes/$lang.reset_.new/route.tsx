import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { foldEmail } from '#app/people/email.ts'
import * as fields from '#app/people/fields.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { NewPasswordForm } from '#app/people/new-password-form.tsx'
import { hashPassword } from '#app/people/password.server.ts'
import { refusalOfPassword } from '#app/people/password.ts'
import { resetPassword } from '#app/people/reset.server.ts'
import { SignInFirst } from '#app/people/sign-in-first.tsx'
import { emailKey } from '#app/people/sign-up.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z
	.object({
		email: fields.email.optional(),
		letter: fields.letter,
		code: fields.code,
		password: fields.password,
		carried: fields.sealed,
	})
	.refine(({ email, letter }) => email || letter, { path: ['email'], error: 'required' })

export function loader({ request, params }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url)
	return {
		title: translator(pageLanguage(params))('people:reset.newTitle'),
		letter: searchParams.get('letter'),
		code: searchParams.get('code'),
	}
}

interface Answer {
	form?: FormReply
	/** The password is new; what was carried goes on to signing in. */
	carried?: string
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { email, letter, code, password, carried } = form.value
	const refusal = refusalOfPassword(password, email ?? '')
	if (refusal) return data<Answer>({ form: form.refuse(refusal, 'password') }, 422)
	const account = email ? foldEmail(email) : letter
	const allowed = await limited('enterCode', { account, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)

	const passwordHash = await hashPassword(password)
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	const outcome = await write(email ? emailKey(email) : `letter:${letter}`, (tx) =>
		resetPassword(tx, { email, letter, code, passwordHash, secretKey, now: new Date() }),
	)
	if (!outcome.ok) return data<Answer>({ form: form.refuse('wrongCode', 'code') }, 422)
	if (carried) return data<Answer>({ carried })
	throw redirect(signInPath(pageLanguage(params), { after: 'reset' }))
}

export default function NewPassword() {
	const { t } = useTranslation('people')
	const { letter, code } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (!answer?.carried) return <NewPasswordForm letter={letter} code={code} reply={answer?.form} />
	return (
		<div className="stack">
			<Heading level={1}>{t('signIn.after.reset')}</Heading>
			<SignInFirst carried={answer.carried} />
		</div>
	)
}
