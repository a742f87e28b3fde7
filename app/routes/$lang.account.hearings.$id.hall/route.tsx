import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { holdingPath } from '#app/links.ts'
import type { Outcome } from '#app/outcome.ts'
import { pageTitle } from '#app/page-title.ts'
import { atTheDoor, enterHall } from '#app/rooms/attend.server.ts'
import { Hidden, OneButton } from '#app/rooms/hidden.tsx'
import { registerInHall } from '#app/rooms/register.server.ts'
import type { RoomRefusal } from '#app/rooms/room.ts'
import { RoomTabs } from '#app/rooms/room-tabs.tsx'
import { SEAT_SENT } from '#app/rooms/seat.ts'
import { SeatFields } from '#app/rooms/seat-fields.tsx'
import { askInHall } from '#app/rooms/speak.server.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { useRoomWords } from '#app/rooms/words.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'

export const meta = pageTitle

const attendeeId = z.uuid()
const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('register'), ...SEAT_SENT }),
	z.object({ intent: z.literal('come'), attendeeId }),
	z.object({ intent: z.literal('leave'), attendeeId }),
	z.object({ intent: z.literal('ask'), attendeeId }),
])

const MOST_SHOWN = 200

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, language } = await pageToAct(request, params, 'keep-room')
	const wanted = new URL(request.url).searchParams.get('q')?.trim().toLocaleLowerCase(language) ?? ''
	const all = await atTheDoor(readOwn, hearing.id)
	const found = all.filter(
		({ name, code, inHall, present }) =>
			(wanted !== '' || inHall || present) && `${code} ${name}`.toLocaleLowerCase(language).includes(wanted),
	)
	return {
		title: translator(language)('rooms:pages.hall'),
		head,
		wanted,
		regions: regionsOf(hearing.profileId),
		inside: all.filter(({ present }) => present).length,
		found: found.slice(0, MOST_SHOWN),
		open: hearing.state === 'announced' || hearing.state === 'live',
		live: hearing.state === 'live',
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const { write } = await store()
	const outcome = await write<Outcome<unknown, RoomRefusal>>(hearingKey(hearing.id), (tx) => {
		switch (sent.intent) {
			case 'register': {
				const { intent: _, representing, ...seat } = sent
				return registerInHall(tx, { ...act, registration: { ...seat, representing: representing ?? null } })
			}
			case 'come':
			case 'leave':
				return enterHall(tx, { ...act, attendeeId: sent.attendeeId, present: sent.intent === 'come' })
			case 'ask':
				return askInHall(tx, { ...act, attendeeId: sent.attendeeId })
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id, 'hall'))
}

export default function Hall() {
	const { t } = useTranslation('rooms')
	const words = useRoomWords()
	const { title, head, wanted, inside, found, open, live, regions } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { affiliation: 'resident' },
		refusal: useRefusal(),
	})
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<RoomTabs head={head} page="hall" />
			<p>
				{t('presentHall')} <strong className="tabular">{inside}</strong>
			</p>
			<Form method="get" className="search-box">
				<Field name="q" type="search" label={t('hall.search')} defaultValue={wanted} />
				<Button variant="secondary">{t('hall.find')}</Button>
			</Form>
			<ul className="entries">
				{found.map(({ id, name, affiliation, representing, position, code, present }) => (
					<li key={id}>
						<span>
							<strong>{name}</strong> <span className="tabular">{code}</span>{' '}
							{present && <Tag tone="success">{t('hall.inside')}</Tag>}
						</span>
						<span className="meta">
							<span>{words.affiliation[affiliation]}</span>
							<span>{representing}</span>
							<span>{words.position[position]}</span>
						</span>
						{open && (
							<div className="actions">
								<OneButton intent={present ? 'leave' : 'come'} fields={{ attendeeId: id }}>
									{t(present ? 'hall.left' : 'hall.came')}
								</OneButton>
								{live && (
									<OneButton intent="ask" fields={{ attendeeId: id }}>
										{t('hall.ask')}
									</OneButton>
								)}
							</div>
						)}
					</li>
				))}
			</ul>
			{open && (
				<Form method="post" className="form" noValidate>
					<Heading level={2} size="xs">
						{t('hall.add')}
					</Heading>
					<Hidden intent="register" />
					<SeatFields form={form.of({ intent: 'register' })} regions={regions} />
					<Button>{t('hall.addButton')}</Button>
				</Form>
			)}
		</HoldingFrame>
	)
}
