import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayIn, isDay } from '#app/deadlines/day.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted } from '#app/factors/step-up.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { LONGEST } from '#app/hearings/hearing.ts'
import { acceptRequest, refuseRequest } from '#app/hearings/request.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { actOnHearing } from '#app/routes/$lang.account.hearings.$id._index/act-on-hearing.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, law, act, text, language } = await pageToAct(
		request,
		params,
		'answer-request',
	)
	const { zone } = law.profile.time
	const { initiatorName, initiatorContact, legalGround, form, answerBy } = hearing
	return {
		title: translator(language)('holding:answer.title'),
		head,
		today: dayIn(zone, act.now),
		asked: hearing.requestedAt && dayIn(zone, hearing.requestedAt),
		initiatorName,
		initiatorContact,
		legalGround,
		form,
		answerBy,
		html: text?.html ?? '',
		wanted: await factorWanted(person),
	}
}

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('accept'),
		receivedOn: z.string().refine(isDay, 'day'),
		...FACTOR_SENT,
	}),
	z.object({
		intent: z.literal('refuse'),
		reason: z.string().trim().min(10).max(LONGEST.reason),
		...FACTOR_SENT,
	}),
])

export const action = (args: ActionFunctionArgs) =>
	actOnHearing(
		args,
		SENT,
		(tx, acting, sent) =>
			sent.intent === 'accept'
				? acceptRequest(tx, { ...acting, receivedOn: sent.receivedOn })
				: refuseRequest(tx, { ...acting, reason: sent.reason }),
		{ at: { 'wrong-day': 'receivedOn' } },
	)

export default function AnswerRequest() {
	const { t } = useTranslation(['holding', 'law'])
	const data = useLoaderData<typeof loader>()
	const { head, title, today, asked, answerBy, wanted, html } = data
	const filled = useFormOf('holding', useActionData<typeof action>()?.form, { receivedOn: asked ?? today })
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			<p>
				{data.initiatorName}, {data.initiatorContact}.{' '}
				{t(`law:hearing.heldFor.${data.legalGround as 'state_expertise'}`)},{' '}
				{t(`law:hearing.form.${data.form}`)}.
			</p>
			{answerBy && (
				<p>
					{t('holding:answer.by')} <Time on={answerBy} />
				</p>
			)}
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized when it was saved */}
			<div className="prose" lang={head.language} dangerouslySetInnerHTML={{ __html: html }} />
			<Form method="post" className="form">
				<Choice
					name="intent"
					legend={t('holding:answer.decide')}
					defaultValue={filled.value('intent')}
					error={filled.problem('intent')}
					required
					options={(['accept', 'refuse'] as const).map((value) => ({
						value,
						label: t(`holding:answer.${value}`),
					}))}
				/>
				<Field
					name="receivedOn"
					type="date"
					width="short"
					label={t('holding:answer.receivedOn')}
					description={t('holding:answer.receivedOnHelp')}
					min={asked ?? undefined}
					max={today}
					defaultValue={filled.value('receivedOn')}
					error={filled.problem('receivedOn')}
				/>
				<Field
					name="reason"
					type="textarea"
					label={t('holding:answer.reason')}
					description={t('holding:answer.reasonHelp')}
					defaultValue={filled.value('reason')}
					error={filled.problem('reason')}
					maxLength={LONGEST.reason}
				/>
				<FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
				<Button>{t('holding:answer.send')}</Button>
			</Form>
		</HoldingFrame>
	)
}
