import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { shownPasskey } from '#app/factors/passkey.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { resetPath, safeReturnPath, signInCodePath, signUpPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import type { Carried } from '#app/people/carried.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { demoBodies } from '#app/people/demo.server.ts'
import { knownDevice } from '#app/people/device.server.ts'
import { foldEmail } from '#app/people/email.ts'
import { type CodeEntry, EnterCode } from '#app/people/enter-code.tsx'
import * as fields from '#app/people/fields.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { waysUp } from '#app/people/level.server.ts'
import { addressOf, forgive, limited } from '#app/people/limits.server.ts'
import { proofOf, uncarry } from '#app/people/pending.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { personWith } from '#app/people/sign-in.server.ts'
import { emailKey, resendConfirmation } from '#app/people/sign-up.server.ts'
import { signedInNow } from '#app/people/signed-in-now.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { WaysUp } from '#app/people/ways-up.tsx'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { SignatureOffer } from '#app/signatures/signature-offer.tsx'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { DemoSignIn } from './demo-sign-in.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const AFTER = ['confirmed', 'reset', 'erased'] as const

const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({
		intent: z.literal('sign-in'),
		email: fields.email,
		password: fields.password,
		carried: fields.sealed,
		next: fields.next,
	}),
	z.object({
		intent: z.literal('passkey'),
		passkey: z.string().max(40_000).optional(),
		carried: fields.sealed,
		next: fields.next,
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { searchParams } = new URL(request.url)
	const next = searchParams.get('next')
	// Whoever is to show again who they are stays, though they are signed in.
	if (next && !searchParams.has('anew') && (await personOf(request)))
		throw redirect(safeReturnPath(language, next))
	const { readOwn } = await store()
	return {
		title: translator(language)('people:signIn.title'),
		next,
		after: AFTER.find((after) => after === searchParams.get('after')),
		ways: waysUp(),
		signature: await canVerify(readOwn, new Date()),
		demo: configuration().DEMO ? await demoBodies(readOwn, language) : null,
	}
}

interface Answer {
	form?: FormReply
	/** Brought along from another page. */
	carried?: string
	next?: string
	confirming?: CodeEntry
	goOn?: Carried
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { carried, next } = form.value
	if (form.value.intent === 'passkey') {
		const now = new Date()
		const may = await limited('signIn', { address: addressOf(context) })
		if (!may.ok) return tooOften(form.refuse, may.seconds)
		const shown = await shownPasskey(form.value.passkey ?? '', { personId: null, now })
		if (!shown.ok) return data<Answer>({ form: form.refuse(shown.refusal) }, 422)
		const proof = { level: 1, proof: 'passkey', factorAt: now } as const
		return signedInNow(request, { ...shown.value, language, shown: proof, carried, next })
	}
	if (form.value.intent === 'show') {
		const goOn = (await personOf(request)) ? uncarry(carried) : undefined
		return data<Answer>(goOn ? { goOn } : { carried, next })
	}

	const { email, password } = form.value
	const { readOwn, write } = await store()
	const keys = {
		account: foldEmail(email),
		address: addressOf(context),
		device: await knownDevice(readOwn, request, (await personByEmail(readOwn, email))?.id),
	}
	const allowed = await limited('signIn', keys)
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)

	const outcome = await personWith(readOwn, { email, password })
	if (!outcome.ok && outcome.refusal === 'credentials') {
		return data<Answer>({ form: form.refuse('credentials', 'email') }, 422)
	}
	await forgive('signIn', keys)
	if (outcome.ok) return signedInNow(request, { ...outcome.value, language, carried, next })

	// The password is right, the address not yet confirmed: the way on is the code.
	if ((await limited('sendCode', keys)).ok) {
		const { SECRET_KEY: secretKey } = configuration()
		await write(emailKey(email), (tx) => resendConfirmation(tx, { email, secretKey, now: new Date() }))
	}
	const unconfirmed = await personByEmail(readOwn, email)
	const proof = proofOf(email, unconfirmed?.passwordHash ?? null)
	return data<Answer>({ confirming: { email, proof, carried, next, sent: true } })
}

export default function SignIn() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { after, ways, demo, signature, next: wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	const carried = form.value('carried') ?? answer?.carried
	const next = form.value('next') ?? answer?.next ?? wanted

	if (answer?.goOn) return <GoOn {...answer.goOn} />
	if (answer?.confirming) return <EnterCode entry={answer.confirming} />
	return (
		<div className="stack" data-gap="wide">
			<Form method="post" className="stack" noValidate>
				<Heading level={1}>{t('signIn.title')}</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				{after && !answer && <Notice tone="success" heading={t(`signIn.after.${after}`)} />}
				{carried && <Notice>{t('signIn.kept')}</Notice>}
				<Field
					name="email"
					type="email"
					label={t('fields.email')}
					autoComplete="username"
					required
					defaultValue={form.value('email')}
					error={form.problem('email')}
				/>
				<Field
					name="password"
					type="password"
					label={t('fields.password')}
					autoComplete="current-password"
					required
					error={form.problem('password')}
				/>
				<CarriedFields carried={carried} next={next} />
				<div className="actions">
					<Button name="intent" value="sign-in">
						{t('signIn.button')}
					</Button>
					{carried ? (
						<>
							<Button name="intent" value="show" formAction={signUpPath(language)} variant="secondary">
								{t('signIn.signUp')}
							</Button>
							<Button name="intent" value="show" formAction={signInCodePath(language)} variant="tertiary">
								{t('signIn.code')}
							</Button>
							<Button name="intent" value="show" formAction={resetPath(language)} variant="tertiary">
								{t('signIn.forgotten')}
							</Button>
						</>
					) : (
						<>
							<TextLink href={signUpPath(language, { next: next ?? undefined })}>
								{t('signIn.signUp')}
							</TextLink>
							<TextLink href={signInCodePath(language, { next: next ?? undefined })}>
								{t('signIn.code')}
							</TextLink>
							<TextLink href={resetPath(language)}>{t('signIn.forgotten')}</TextLink>
						</>
					)}
				</div>
			</Form>
			{ways.length > 0 && (
				<section className="stack">
					<Heading level={2}>{t('signIn.byState')}</Heading>
					<WaysUp ways={ways} carried={carried} next={next} />
				</section>
			)}
			<PasskeySignIn carried={carried} next={next} />
			{signature && <SignatureOffer carried={carried} next={next} />}
			{demo && <DemoSignIn bodies={demo} carried={carried} next={next} />}
		</div>
	)
}
