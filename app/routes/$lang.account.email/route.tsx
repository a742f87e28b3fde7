import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeAddress } from '#app/change-address.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath, signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requestEmailChange } from '#app/people/change.server.ts'
import { isDemoEmail } from '#app/people/demo.ts'
import * as fields from '#app/people/fields.ts'
import { personById } from '#app/people/find.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { passwordMatches } from '#app/people/password.server.ts'
import { hasJustProven } from '#app/people/prove-again.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { emailKey } from '#app/people/sign-up.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { CodeForm, NewAddressForm } from './email-forms.tsx'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('send'), email: fields.email, currentPassword: fields.password.optional() }),
	z.object({ intent: z.literal('confirm'), code: fields.code }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	const person = await personById(readOwn, personId)
	const { searchParams } = new URL(request.url)
	return {
		title: translator(pageLanguage(params))('people:account.email'),
		email: person?.email ?? null,
		asksPassword: person?.passwordHash != null,
		signInFirst: !person?.passwordHash && !(await hasJustProven(request, new Date())),
		saved: searchParams.has('saved'),
		sent: searchParams.has('sent'),
		code: searchParams.get('code'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const page = accountPagePath(pageLanguage(params), 'email')
	const { SECRET_KEY: secretKey, DEMO } = configuration()
	const keys = { account: personId, address: addressOf(context) }
	const { readOwn, write } = await store()
	const now = new Date()

	if (form.value.intent === 'confirm') {
		const { code } = form.value
		const allowed = await limited('enterCode', keys)
		if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
		const outcome = await write(`person:${personId}`, (tx) =>
			changeAddress(tx, { personId, code, secretKey, now }),
		)
		if (!outcome.ok) return data({ form: form.refuse('wrongCode', 'code') }, 422)
		throw redirect(`${page}?saved`)
	}

	const { email, currentPassword } = form.value
	const person = await personById(readOwn, personId)
	if (DEMO && isDemoEmail(person?.email ?? '')) return data({ form: form.refuse('demo') }, 403)
	const allowed = await limited('signIn', keys)
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	// Whoever has no password has just shown what else opens the account: a letter to its address opens it too.
	if (!person?.passwordHash) {
		if (!(await hasJustProven(request, now))) return data({ form: form.refuse('signInBefore') }, 422)
	} else if (!(await passwordMatches(person.passwordHash, currentPassword ?? ''))) {
		return data({ form: form.refuse('password', 'currentPassword') }, 422)
	}
	const mayBeSent = await limited('sendCode', keys)
	if (!mayBeSent.ok) return tooOften(form.refuse, mayBeSent.seconds)
	await write([`person:${personId}`, emailKey(email)], (tx) =>
		requestEmailChange(tx, { personId, email, secretKey, now }),
	)
	throw redirect(`${page}?sent`)
}

export default function Email() {
	const { t } = useTranslation('people')
	const language = useLanguage()
	const { email, asksPassword, signInFirst, saved, sent, code } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const entering = answer?.form?.initialValue?.intent === 'confirm'
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{t('account.email')}</Heading>
			{saved && !answer && <Notice tone="success" heading={t('email.saved')} />}
			<p>{email ? t('email.current', { email }) : t('email.none')}</p>
			{sent || code || entering ? (
				<CodeForm code={code} sent={sent && !answer} reply={answer?.form} />
			) : signInFirst ? (
				<p>
					{t('refused.signInBefore')}{' '}
					<TextLink href={signInPath(language, { next: accountPagePath(language, 'email'), anew: 1 })}>
						{t('signIn.title')}
					</TextLink>
				</p>
			) : (
				<NewAddressForm reply={answer?.form} asksPassword={asksPassword} first={!email} />
			)}
		</div>
	)
}
