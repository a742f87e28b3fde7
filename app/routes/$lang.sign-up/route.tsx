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
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { foldEmail } from '#app/people/email.ts'
import { type CodeEntry, EnterCode } from '#app/people/enter-code.tsx'
import * as fields from '#app/people/fields.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { hashPassword } from '#app/people/password.server.ts'
import { refusalOfPassword, SHORTEST_PASSWORD } from '#app/people/password.ts'
import { proofOf } from '#app/people/pending.server.ts'
import { emailKey, signUp } from '#app/people/sign-up.server.ts'
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

const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({
		intent: z.literal('sign-up'),
		fullName: fields.fullName,
		email: fields.email,
		password: fields.password,
		carried: fields.sealed,
		next: fields.next,
	}),
])

export function loader({ request, params }: LoaderFunctionArgs) {
	return {
		title: translator(pageLanguage(params))('people:signUp.title'),
		next: new URL(request.url).searchParams.get('next'),
	}
}

interface Answer {
	form?: FormReply
	carried?: string
	next?: string
	confirming?: CodeEntry
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { carried, next } = form.value
	if (form.value.intent === 'show') return data<Answer>({ carried, next })

	const { email, password, fullName } = form.value
	const refusal = refusalOfPassword(password, email)
	if (refusal) return data<Answer>({ form: form.refuse(refusal, 'password') }, 422)
	const allowed = await limited('signUp', { account: foldEmail(email), address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)

	const passwordHash = await hashPassword(password)
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	const signing = { email, fullName, passwordHash, language, secretKey, now: new Date() }
	await write(emailKey(email), (tx) => signUp(tx, signing))
	return data<Answer>({
		confirming: { email, proof: proofOf(email, passwordHash), carried, next, sent: true },
	})
}

export default function SignUp() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { next: wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	const carried = form.value('carried') ?? answer?.carried
	const next = form.value('next') ?? answer?.next ?? wanted

	if (answer?.confirming) return <EnterCode entry={answer.confirming} />
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('signUp.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{carried && <Notice>{t('signIn.kept')}</Notice>}
			<p>{t('signUp.lead')}</p>
			<Field
				name="fullName"
				label={t('fields.fullName')}
				description={t('fields.fullNameHint')}
				autoComplete="name"
				required
				defaultValue={form.value('fullName')}
				error={form.problem('fullName')}
			/>
			<Field
				name="email"
				type="email"
				label={t('fields.email')}
				description={t('signUp.emailHint')}
				autoComplete="username"
				required
				defaultValue={form.value('email')}
				error={form.problem('email')}
			/>
			<Field
				name="password"
				type="password"
				label={t('fields.password')}
				description={t('fields.passwordHint', { count: SHORTEST_PASSWORD })}
				autoComplete="new-password"
				required
				error={form.problem('password')}
			/>
			<CarriedFields carried={carried} next={next} />
			<div className="actions">
				<Button name="intent" value="sign-up">
					{t('signUp.button')}
				</Button>
				{carried ? (
					<Button name="intent" value="show" formAction={signInPath(language)} variant="secondary">
						{t('signUp.signIn')}
					</Button>
				) : (
					<TextLink href={signInPath(language, { next: next ?? undefined })}>{t('signUp.signIn')}</TextLink>
				)}
			</div>
		</Form>
	)
}
