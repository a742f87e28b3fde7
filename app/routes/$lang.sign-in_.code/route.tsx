import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import type { Carried } from '#app/people/carried.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { spendCode } from '#app/people/code.server.ts'
import { knownDevice } from '#app/people/device.server.ts'
import { foldEmail } from '#app/people/email.ts'
import * as fields from '#app/people/fields.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { sendSignInCode } from '#app/people/sign-in.server.ts'
import { emailKey } from '#app/people/sign-up.server.ts'
import { signedInNow } from '#app/people/signed-in-now.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const along = { carried: fields.sealed, next: fields.next }
const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({ intent: z.literal('send'), email: fields.email, ...along }),
	z.object({
		intent: z.literal('enter'),
		email: fields.email,
		letter: z.uuid(),
		code: fields.code,
		...along,
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	return {
		title: translator(pageLanguage(params))('people:signInCode.title'),
		next: new URL(request.url).searchParams.get('next'),
	}
}

interface Answer {
	form?: FormReply
	carried?: string
	next?: string
	/** A letter has just been sent, if there was anybody to send it to. */
	sent?: { email: string; letter: string }
	goOn?: Carried
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { carried, next } = form.value
	if (form.value.intent === 'show') return data<Answer>({ carried, next })

	const { email } = form.value
	const { readOwn, write } = await store()
	const person = await personByEmail(readOwn, email)
	const keys = {
		account: foldEmail(email),
		address: addressOf(context),
		device: await knownDevice(readOwn, request, person?.id),
	}
	const allowed = await limited(form.value.intent === 'send' ? 'sendCode' : 'enterCode', keys)
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const { SECRET_KEY: secretKey } = configuration()
	const now = new Date()
	if (form.value.intent === 'send') {
		const letter = await write(emailKey(email), (tx) => sendSignInCode(tx, { email, secretKey, now }))
		return data<Answer>({ carried, next, sent: { email, letter } })
	}
	const given = {
		purpose: 'sign-in',
		letter: form.value.letter,
		code: form.value.code,
		secretKey,
		now,
	} as const
	const spent = await write(emailKey(email), (tx) => spendCode(tx, given))
	if (!spent) return data<Answer>({ form: form.refuse('wrongCode', 'code') }, 422)
	const shown = { level: 1, proof: 'code' } as const
	return signedInNow(request, { personId: spent.personId, language, shown, carried, next })
}

/** Signing in without a password: the address, then the code from the letter, in the browser that asked for it. */
export default function SignInByCode() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { next } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	if (answer?.goOn) return <GoOn {...answer.goOn} />
	const letter = answer?.sent?.letter ?? form.value('letter')
	const email = answer?.sent?.email ?? form.value('email')
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('signInCode.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{letter ? (
				<>
					{answer?.sent && (
						<Notice heading={t('signInCode.sent')}>
							<p>{t('signInCode.sentTo', { email })}</p>
						</Notice>
					)}
					<input type="hidden" name="letter" value={letter} />
					<input type="hidden" name="email" value={email} />
					<Field
						name="code"
						label={t('fields.code')}
						description={t('fields.codeHint')}
						inputMode="numeric"
						autoComplete="one-time-code"
						width="short"
						required
						error={form.problem('code')}
					/>
				</>
			) : (
				<>
					<p>{t('signInCode.lead')}</p>
					<Field
						name="email"
						type="email"
						label={t('fields.email')}
						autoComplete="username"
						required
						defaultValue={email}
						error={form.problem('email')}
					/>
				</>
			)}
			<CarriedFields
				carried={form.value('carried') ?? answer?.carried}
				next={form.value('next') ?? answer?.next ?? next}
			/>
			<div className="actions">
				<Button name="intent" value={letter ? 'enter' : 'send'}>
					{t(letter ? 'signIn.button' : 'signInCode.send')}
				</Button>
				{letter && (
					<Button name="intent" value="send" variant="secondary">
						{t('signInCode.again')}
					</Button>
				)}
				<TextLink href={signInPath(language, { next: next ?? undefined })}>
					{t('signInCode.password')}
				</TextLink>
			</div>
		</Form>
	)
}
