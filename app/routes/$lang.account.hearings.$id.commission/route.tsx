import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayIn, isDay } from '#app/deadlines/day.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { commissionOf, enterCommissionStep, nextStep } from '#app/hearings/commission.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { CommissionFacts } from '#app/protocols/commission-facts.tsx'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, law, language, act } = await holdingPage(request, params)
	const commission = await commissionOf(readOwn, hearing.id)
	const repeated = hearing.repeatOf !== null && !hearing.civic
	return {
		title: translator(language)('protocols:commission.title'),
		head,
		commission,
		repeated,
		step: repeated && mayDo('keep-commission', person, hearing) ? nextStep(commission) : undefined,
		today: dayIn(law.profile.time.zone, act.now),
	}
}

const day = z.string().refine(isDay, 'day')
const SENT = z.object({
	step: z.enum(['applied', 'created', 'papers', 'told', 'sat']),
	on: day,
	sitsOn: day.optional(),
	members: z.string().max(LONGEST.reason).optional(),
	conclusion: z.string().max(LONGEST.remark).optional(),
})

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const entered = await write(hearingKey(act.hearingId), (tx) =>
		enterCommissionStep(tx, { ...act, entry: form.value }),
	)
	if (!entered.ok) return data({ form: form.refuse(entered.refusal) }, 409)
	throw redirect(holdingPath(language, act.hearingId, 'commission'))
}

export default function CommissionOfExperts() {
	const { t } = useTranslation('protocols')
	const { head, commission, repeated, step, today } = useLoaderData<typeof loader>()
	const filled = useFormOf('protocols', useActionData<typeof action>()?.form, { on: today })
	const field = (name: string) => ({
		name,
		defaultValue: filled.value(name),
		error: filled.problem(name),
	})
	return (
		<HoldingFrame head={head} title={t('commission.title')} problems={filled.problems}>
			<p>{t('commission.lead')}</p>
			{!repeated && <Notice>{t('commission.only')}</Notice>}
			{commission && <CommissionFacts commission={commission} />}
			{step && (
				<Form method="post" className="form">
					<input type="hidden" name="step" value={step} />
					<Field {...field('on')} type="date" width="short" label={t('commission.on')} />
					{step === 'created' && (
						<Field {...field('members')} type="textarea" label={t('commission.members')} />
					)}
					{step === 'papers' && (
						<Field {...field('sitsOn')} type="date" width="short" label={t('commission.sitsOn')} />
					)}
					{step === 'sat' && (
						<Field {...field('conclusion')} type="textarea" label={t('commission.conclusion')} />
					)}
					<Button>{t(`commission.step.${step}`)}</Button>
				</Form>
			)}
		</HoldingFrame>
	)
}
