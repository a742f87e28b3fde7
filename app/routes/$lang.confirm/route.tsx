import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { resetPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import type { Carried } from '#app/people/carried.ts'
import { foldEmail } from '#app/people/email.ts'
import { type CodeEntry, EnterCode } from '#app/people/enter-code.tsx'
import * as fields from '#app/people/fields.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { isProofOf } from '#app/people/pending.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { confirmEmail, emailKey, resendConfirmation } from '#app/people/sign-up.server.ts'
import { signedInNow } from '#app/people/signed-in-now.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const along = { proof: fields.sealed, carried: fields.sealed, next: fields.next }

const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({ intent: z.literal('resend'), email: fields.email, ...along }),
	z
		.object({
			intent: z.literal('confirm'),
			email: fields.email.optional(),
			letter: fields.letter,
			code: fields.code,
			...along,
		})
		.refine(({ email, letter }) => email || letter, { path: ['email'], error: 'required' }),
])

/** The link in the letter only opens the form: programs that look into letters must not confirm anything. */
export function loader({ request, params }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url)
	return {
		title: translator(pageLanguage(params))('people:confirm.title'),
		letter: searchParams.get('letter'),
		code: searchParams.get('code'),
	}
}

interface Answer {
	form?: FormReply
	entry?: CodeEntry
	goOn?: Carried
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { carried, next } = form.value
	const person = await personOf(request)
	if (form.value.intent === 'show') return data<Answer>({ entry: { email: person?.email, carried, next } })

	const { email, proof } = form.value
	const address = addressOf(context)
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	const now = new Date()

	if (form.value.intent === 'resend') {
		const to = form.value.email
		const allowed = await limited('sendCode', { account: foldEmail(to), address })
		if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
		await write(emailKey(to), (tx) => resendConfirmation(tx, { email: to, secretKey, now }))
		return data<Answer>({ entry: { email: to, proof, carried, next, sent: true } })
	}

	const { letter, code } = form.value
	const account = email ? foldEmail(email) : letter
	const allowed = await limited('enterCode', { account, address })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const outcome = await write(email ? emailKey(email) : `letter:${letter}`, (tx) =>
		confirmEmail(tx, { email, letter, code, secretKey, now, isProven: (one) => isProofOf(one, proof) }),
	)
	if (!outcome.ok) return data<Answer>({ form: form.refuse('wrongCode', 'code') }, 422)
	const { personId, proven } = outcome.value
	if (proven) return signedInNow(request, { personId, language, carried, next })
	throw redirect(resetPath(language))
}

export default function Confirm() {
	const { letter, code } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (answer?.goOn) return <GoOn {...answer.goOn} />
	return <EnterCode entry={answer?.entry ?? { letter, code }} reply={answer?.form} />
}
