import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath, resetPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { isDemoEmail } from '#app/people/demo.ts'
import * as fields from '#app/people/fields.ts'
import { personById } from '#app/people/find.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { hashPassword, passwordMatches } from '#app/people/password.server.ts'
import { refusalOfPassword, SHORTEST_PASSWORD } from '#app/people/password.ts'
import { setPassword } from '#app/people/reset.server.ts'
import { requirePerson, startSession } from '#app/people/session.server.ts'
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

const SENT = z.object({ currentPassword: fields.password, password: fields.password })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	const person = await personById(readOwn, personId)
	return {
		hasPassword: person?.passwordHash != null,
		email: person?.email ?? null,
		title: translator(pageLanguage(params))('people:account.password'),
		saved: new URL(request.url).searchParams.has('saved'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { personId, level } = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { currentPassword, password } = form.value
	const allowed = await limited('signIn', { account: personId, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)

	const { readOwn, write } = await store()
	const person = await personById(readOwn, personId)
	if (configuration().DEMO && isDemoEmail(person?.email ?? ''))
		return data({ form: form.refuse('demo') }, 403)
	if (!(await passwordMatches(person?.passwordHash, currentPassword))) {
		return data({ form: form.refuse('password', 'currentPassword') }, 422)
	}
	const refusal = refusalOfPassword(password, person?.email ?? '')
	if (refusal) return data({ form: form.refuse(refusal, 'password') }, 422)

	const passwordHash = await hashPassword(password)
	await write(`person:${personId}`, (tx) => setPassword(tx, { personId, passwordHash, now: new Date() }))
	const { headers } = await startSession(request, personId, { level, proof: 'password' })
	throw redirect(`${accountPagePath(pageLanguage(params), 'password')}?saved`, { headers })
}

export default function Password() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { saved, hasPassword, email } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	if (!hasPassword)
		return (
			<div className="stack">
				<Heading level={1}>{t('account.password')}</Heading>
				<p>{t('password.none')}</p>
				<p>
					{email ? (
						<TextLink href={resetPath(language)}>{t('password.make')}</TextLink>
					) : (
						<TextLink href={accountPagePath(language, 'email')}>{t('password.addressFirst')}</TextLink>
					)}
				</p>
			</div>
		)
	return (
		<Form method="post" action="." className="stack" noValidate>
			<Heading level={1}>{t('account.password')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{saved && !answer && <Notice tone="success" heading={t('password.saved')} />}
			<p>{t('password.lead')}</p>
			<Field
				name="currentPassword"
				type="password"
				label={t('fields.currentPassword')}
				autoComplete="current-password"
				width="medium"
				required
				error={form.problem('currentPassword')}
			/>
			<Field
				name="password"
				type="password"
				label={t('fields.newPassword')}
				description={t('fields.passwordHint', { count: SHORTEST_PASSWORD })}
				autoComplete="new-password"
				width="medium"
				required
				error={form.problem('password')}
			/>
			<div className="actions">
				<Button>{t('account.save')}</Button>
			</div>
		</Form>
	)
}
