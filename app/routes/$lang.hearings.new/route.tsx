import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newSubmissionId, readForm, submissionId } from '#app/forms/read-form.server.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { startHearing } from '#app/hearings/draft.server.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath, newHearingPath, signInPath, signUpPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { personOf, requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.object({
	kind: z.enum(['authority', 'civic']),
	initiatorName: z.string().min(2).max(LONGEST.title),
	language: z.enum(LANGUAGES),
	submissionId,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await personOf(request)
	return {
		title: translator(pageLanguage(params))('holding:new.title'),
		signedIn: person !== null,
		confirmed: person?.emailConfirmed ?? false,
		submissionId: newSubmissionId(person),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (!actor.emailConfirmed) return data({ form: form.refuse('unconfirmed') }, 409)
	const { kind, ...sent } = form.value
	const { write } = await store()
	const outcome = await write(`person:${actor.personId}`, (tx) =>
		startHearing(tx, {
			...sent,
			actor,
			civic: kind === 'civic',
			profileId: configuration().JURISDICTION,
			now: new Date(),
		}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(pageLanguage(params), outcome.value.hearingId, 'text'))
}

export default function NewHearing() {
	const { t } = useTranslation(['holding', 'people'])
	const language = useLanguage()
	const { title, signedIn, confirmed } = useLoaderData<typeof loader>()
	const next = newHearingPath(language)
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{title}</Heading>
				<p className="lead">{t('holding:new.lead')}</p>
			</header>
			{!signedIn && (
				<Notice heading={t('holding:new.signIn')}>
					<p className="actions">
						<LinkButton href={signInPath(language, { next })}>{t('people:first.signIn')}</LinkButton>
						<LinkButton href={signUpPath(language, { next })} variant="secondary">
							{t('people:first.signUp')}
						</LinkButton>
					</p>
				</Notice>
			)}
			{signedIn && !confirmed && <Notice tone="warning" heading={t('holding:refused.unconfirmed')} />}
			{signedIn && confirmed && <StartForm />}
		</div>
	)
}

function StartForm() {
	const { t } = useTranslation(['holding', 'common'])
	const language = useLanguage()
	const { submissionId } = useLoaderData<typeof loader>()
	const form = useFormOf('holding', useActionData<typeof action>()?.form, { language })
	return (
		<Form method="post" className="form">
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<SubmissionId id={submissionId} />
			<Choice
				name="kind"
				legend={t('holding:new.kind')}
				defaultValue={form.value('kind')}
				error={form.problem('kind')}
				required
				boxed
				options={(['authority', 'civic'] as const).map((value) => ({
					value,
					label: t(`holding:new.kinds.${value}`),
					description: t(`holding:new.about.${value}`),
				}))}
			/>
			<Field
				name="initiatorName"
				label={t('holding:text.initiatorName')}
				description={t('holding:text.initiatorNameHelp')}
				defaultValue={form.value('initiatorName')}
				error={form.problem('initiatorName')}
				required
				maxLength={LONGEST.title}
			/>
			<Field
				name="language"
				type="select"
				label={t('holding:new.language')}
				description={t('holding:new.languageHelp')}
				defaultValue={form.value('language')}
				error={form.problem('language')}
				options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
				width="short"
			/>
			<p className="actions">
				<Button>{t('holding:new.start')}</Button>
			</p>
		</Form>
	)
}
