import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { newSubmissionId, readForm, submissionId } from '#app/forms/read-form.server.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { askInRoom } from '#app/rooms/questions.server.ts'
import { attendeeOf } from '#app/rooms/seat.server.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

const SENT = z.object({ text: z.string().trim().min(10).max(LONGEST.question), submissionId })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, head, number, language } = await publicHearing(params)
	const { readOwn } = await store()
	// Who asks is shown as what they registered.
	if (!(await attendeeOf(readOwn, hearing.id, person.personId)))
		throw redirect(hearingPagePath(language, number, 'room/registration'))
	return {
		title: translator(language)('rooms:ask.title'),
		head: { ...head, number },
		submissionId: newSubmissionId(person),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, number, language } = await publicHearing(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const allowed = await limited('roomQuestion', { person: person.personId, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const asking = { hearingId: hearing.id, actor: person, now: new Date(), language, ...form.value }
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), (tx) => askInRoom(tx, asking))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(`${hearingPagePath(language, number, 'room')}#own`)
}

export default function AskInRoom() {
	const { t } = useTranslation(['rooms', 'common'])
	const { title, head, submissionId } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, { refusal: useRefusal() })
	return (
		<HearingFrame head={head} title={title}>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Form method="post" className="form" noValidate>
				<SubmissionId id={submissionId} />
				<Field
					name="text"
					type="textarea"
					rows={4}
					label={t('rooms:ask.text')}
					description={t('rooms:ask.help')}
					maxLength={LONGEST.question}
					defaultValue={form.value('text')}
					error={form.problem('text')}
				/>
				<Button>{t('rooms:ask.submit')}</Button>
			</Form>
		</HearingFrame>
	)
}
