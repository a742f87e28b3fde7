import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { hearingPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { cancelRegistration, freeSeats, register } from '#app/rooms/register.server.ts'
import { attendeeOf } from '#app/rooms/seat.server.ts'
import { SEAT_SENT } from '#app/rooms/seat.ts'
import { SeatFields } from '#app/rooms/seat-fields.tsx'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('register'), ...SEAT_SENT, where: z.enum(['hall', 'net']) }),
	z.object({ intent: z.literal('cancel') }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, head, number, language } = await publicHearing(params)
	if (hearing.state !== 'announced' && hearing.state !== 'live') throw notFound()
	const { readOwn } = await store()
	const seat = await attendeeOf(readOwn, hearing.id, person.personId)
	return {
		title: translator(language)('rooms:registration.title'),
		head: { ...head, number },
		hall: hearing.form !== 'portal_discussion',
		regions: regionsOf(hearing.profileId),
		free: await freeSeats(readOwn, hearing, seat?.id),
		registered: seat !== undefined,
		defaults: seat
			? { ...seat, where: seat.inHall ? 'hall' : 'net' }
			: { name: person.name, where: 'net', affiliation: 'resident' },
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, number, language } = await publicHearing(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const allowed = await limited('room', { person: person.personId, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const acting = { hearingId: hearing.id, actor: person, now: new Date() }
	const sent = form.value
	const { write } = await store()
	const outcome = await write<Awaited<ReturnType<typeof register | typeof cancelRegistration>>>(
		hearingKey(hearing.id),
		(tx) => {
			if (sent.intent === 'cancel') return cancelRegistration(tx, acting)
			const { intent: _, where, representing, ...seat } = sent
			const registration = { ...seat, representing: representing ?? null, inHall: where === 'hall' }
			return register(tx, { ...acting, registration })
		},
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(`${hearingPagePath(language, number, 'room')}#own`)
}

export default function RegistrationPage() {
	const { t } = useTranslation(['rooms', 'common'])
	const { title, head, hall, free, registered, defaults, regions } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: defaults as Record<string, string>,
		refusal: useRefusal(),
	})
	return (
		<HearingFrame head={head} title={title}>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p className="column">{t('rooms:registration.lead')}</p>
			<Form method="post" className="form" noValidate>
				<input type="hidden" name="intent" value="register" />
				<SeatFields form={form} regions={regions} />
				{hall ? (
					<Choice
						name="where"
						legend={t('rooms:registration.where')}
						description={free === null ? undefined : t('rooms:registration.free', { count: free })}
						options={[
							{ value: 'net', label: t('rooms:registration.net') },
							{ value: 'hall', label: t('rooms:registration.hall'), disabled: free === 0 },
						]}
						defaultValue={form.value('where')}
						error={form.problem('where')}
					/>
				) : (
					<input type="hidden" name="where" value="net" />
				)}
				<Button>{t(registered ? 'rooms:registration.change' : 'rooms:registration.submit')}</Button>
			</Form>
			{registered && (
				<Form method="post">
					<input type="hidden" name="intent" value="cancel" />
					<Button variant="secondary" color="danger">
						{t('rooms:registration.cancel')}
					</Button>
				</Form>
			)}
		</HearingFrame>
	)
}
