import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { draftView } from '#app/desk/draft-view.server.ts'
import { AnswerSent, takeAnswerStep } from '#app/desk/write-answer.server.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskCasePath, deskStepPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { AnswerForm } from './answer-form.tsx'
import { Checklist } from './checklist.tsx'
import { Preview } from './preview.tsx'
import { SignForm } from './sign-form.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const view = await draftView(person, String(params.proceedingId), new Date())
	if (!view.mayDraft) throw redirect(deskCasePath(pageLanguage(params), view.proceedingId))
	return {
		title: `${translator(pageLanguage(params))('desk:answer.title')} ${view.number}`,
		...view,
		wanted: await factorWanted(person),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const form = await readForm(request, AnswerSent)
	if (!form.ok) return data({ form: form.reply }, 422)

	const now = new Date()
	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const proceedingId = String(params.proceedingId)
	const outcome = await takeAnswerStep({ proceedingId, actor: shown.value, now }, form.value)
	if (!outcome.ok) {
		const { refusal } = outcome
		return data({ form: form.refuse(refusal, /file/i.test(refusal) ? 'files' : undefined) }, 409)
	}
	const language = pageLanguage(params)
	throw redirect(
		outcome.value === 'ended'
			? deskCasePath(language, proceedingId)
			: deskStepPath(language, proceedingId, 'answer'),
	)
}

export default function Answer() {
	const view = useLoaderData<typeof loader>()
	const { t } = useTranslation(['desk', 'common'])
	const refusedForm = useActionData<typeof action>()?.form
	const filled = useFilledForm(refusedForm, {
		defaults: view.defaults,
		refusal: (code) => t(`desk:refused.${code as 'wrong-state'}`),
	})
	const language = useLanguage()
	// What was typed stays in sight, also when somebody else took the pen or saved meanwhile.
	const typed = refusedForm?.initialValue?.body !== undefined
	const kept = typed ? view.files.filter(({ id }) => filled.values('kept').includes(id)) : view.files
	return (
		<div className="stack">
			<p>
				<TextLink href={deskCasePath(language, view.proceedingId)}>{view.number}</TextLink>
			</p>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t('desk:answer.title')}</Heading>
			<DayStrip strip={view.strip} />
			<div className="desk">
				<div className="stack">
					<Details summary={t('desk:answer.question')} open>
						<p lang={view.language}>
							<strong>{view.subject}</strong>
						</p>
						<div
							className="prose"
							lang={view.language}
							// biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized when it was saved
							dangerouslySetInnerHTML={{ __html: view.html }}
						/>
					</Details>
					{(view.editing || typed) && <AnswerForm view={{ ...view, files: kept }} filled={filled} />}
					{view.heldBy && <HeldBy name={view.heldBy} />}
					{!view.editing && !view.heldBy && <TakeUp empty={!view.draft} />}
					{(!view.editing || typed) && view.draft && (
						<Preview draft={view.draft} files={view.files} number={view.number} />
					)}
				</div>
				<div className="desk-case stack">
					<Checklist gaps={view.gaps} mustHave={view.mustHave} />
					{view.draft && !view.editing && view.maySign && !view.heldBy && (
						<SignForm view={view} filled={filled} />
					)}
					{view.editing && view.snippets.length > 0 && (
						<Details summary={t('desk:answer.snippets')}>
							<p className="quiet">{t('desk:answer.snippetsAbout')}</p>
							{view.snippets.map((snippet) => (
								<div key={snippet.id} lang={snippet.language}>
									<Heading level={3}>{snippet.title}</Heading>
									<p className="pre-line">{snippet.text}</p>
								</div>
							))}
						</Details>
					)}
				</div>
			</div>
		</div>
	)
}

function HeldBy({ name }: { name: string }) {
	const { t } = useTranslation('desk')
	return (
		<Notice tone="warning" heading={t('answer.held', { name })}>
			<p>{t('answer.takeOverAbout')}</p>
			<Form method="post">
				<Button variant="secondary" name="intent" value="take-over">
					{t('answer.takeOver')}
				</Button>
			</Form>
		</Notice>
	)
}

function TakeUp({ empty }: { empty: boolean }) {
	const { t } = useTranslation('desk')
	return (
		<Form method="post" className="actions">
			{empty && <p>{t('answer.noDraft')}</p>}
			<Button variant={empty ? 'primary' : 'secondary'} name="intent" value="take">
				{t(empty ? 'answer.write' : 'answer.edit')}
			</Button>
		</Form>
	)
}
