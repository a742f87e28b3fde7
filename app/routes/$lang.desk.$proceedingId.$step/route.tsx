import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { caseOnDesk } from '#app/desk/case.server.ts'
import { ACT_OF_STEP, isStep, SENT, takeStep } from '#app/desk/steps.server.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { otherAddressees } from '#app/inquiries/addressees.server.ts'
import { mergeTargets } from '#app/inquiries/desk.server.ts'
import { longestExtension } from '#app/inquiries/extend.server.ts'
import { inquiryOf, writeCase } from '#app/inquiries/hold.server.ts'
import { mayBeSentTo, SIGNED_ACTS } from '#app/inquiries/inquiry.ts'
import { deskCasePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { StepFields } from './step-fields.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	if (!isStep(params.step)) throw notFound()
	const { readOwn } = await store()
	const opened = await caseOnDesk(readOwn, person, String(params.proceedingId), new Date())
	if (!opened.handling.acts.includes(ACT_OF_STEP[params.step])) {
		throw redirect(deskCasePath(pageLanguage(params), opened.proceeding.id))
	}
	const { proceeding, inquiry, law, today } = opened
	return {
		title: translator(pageLanguage(params))(`desk:step.${params.step}.title`),
		step: params.step,
		proceedingId: proceeding.id,
		number: inquiry.number,
		subject: inquiry.subject,
		language: inquiry.language,
		today,
		bodies:
			params.step === 'redirect'
				? (await otherAddressees(readOwn, [proceeding.bodyId], today)).filter((body) =>
						mayBeSentTo(body, proceeding),
					)
				: [],
		longest: params.step === 'extension' ? longestExtension(opened) : undefined,
		grounds: law.profile.inquiry.close_without_answer,
		waits: proceeding.state === 'paused',
		wanted: SIGNED_ACTS.includes(ACT_OF_STEP[params.step]) ? await factorWanted(person) : null,
		targets: params.step === 'merge' ? await mergeTargets(readOwn, proceeding.bodyId, inquiry.id) : [],
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	if (!isStep(params.step)) throw notFound()
	const form = await readForm(request, SENT[params.step])
	if (!form.ok) return data({ form: form.reply }, 422)

	const now = new Date()
	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const acting = { proceedingId: String(params.proceedingId), actor: shown.value, now }
	const step = params.step
	const ids = [acting.proceedingId, 'into' in form.value ? form.value.into : acting.proceedingId].map(
		inquiryOf,
	)
	const outcome = await writeCase(await store(), ids, (tx) => takeStep(tx, step, acting, form.value))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(deskCasePath(pageLanguage(params), acting.proceedingId))
}

export default function DeskStep() {
	const loaded = useLoaderData<typeof loader>()
	const { step, proceedingId } = loaded
	const { t } = useTranslation(['desk', 'common'])
	const filled = useFilledForm(useActionData<typeof action>()?.form, {
		refusal: (code) => t(`desk:refused.${code as 'wrong-state'}`),
	})
	const back = deskCasePath(useLanguage(), proceedingId)
	const possible = step !== 'merge' || loaded.targets.length > 0
	return (
		<div className="stack">
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t(`desk:step.${step}.title`)}</Heading>
			<p className="lead" lang={loaded.language}>
				{loaded.subject}
			</p>
			<p className="quiet tabular">{loaded.number}</p>
			<Notice>
				<p>{t(possible ? `desk:step.${step}.effect` : 'desk:step.merge.none')}</p>
			</Notice>
			{possible && (
				<Form method="post" className="form">
					<StepFields {...loaded} filled={filled} />
					<FactorFields wanted={loaded.wanted} problem={filled.problem('factorCode')} />
					<Button color={step === 'termination' || step === 'return' ? 'danger' : undefined}>
						{t(`desk:step.${step}.button`)}
					</Button>
				</Form>
			)}
			<p>
				<TextLink href={back}>{t('desk:step.cancel')}</TextLink>
			</p>
		</div>
	)
}
