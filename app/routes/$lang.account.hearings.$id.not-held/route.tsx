import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { declareNotHeld } from '#app/rooms/end.server.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

const SENT = z.object({
	ground: z.string().max(60),
	reason: z.string().trim().min(10).max(LONGEST.reason),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head, language, law } = await pageToAct(request, params, 'not-held')
	const grounds = Object.keys(law.profile.hearing.not_held_grounds)
	return { title: translator(language)('rooms:notHeld.title'), head, grounds }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), (tx) => declareNotHeld(tx, { ...act, ...form.value }))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id))
}

export default function NotHeld() {
	const { t } = useTranslation(['rooms', 'law'])
	const { title, head, grounds } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, { refusal: useRefusal() })
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<p className="column">{t('rooms:notHeld.lead')}</p>
			<Form method="post" className="form" noValidate>
				<Choice
					name="ground"
					legend={t('rooms:notHeld.ground')}
					options={grounds.map((value) => ({
						value,
						label: t(`law:hearing.notHeld.${value as 'chair_absent'}`),
					}))}
					defaultValue={form.value('ground')}
					error={form.problem('ground')}
				/>
				<Field
					name="reason"
					type="textarea"
					rows={5}
					label={t('rooms:notHeld.reason')}
					maxLength={LONGEST.reason}
					defaultValue={form.value('reason')}
					error={form.problem('reason')}
				/>
				<Button color="danger">{t('rooms:notHeld.submit')}</Button>
			</Form>
		</HoldingFrame>
	)
}
