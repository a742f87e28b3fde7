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
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import type { Outcome } from '#app/outcome.ts'
import { pageTitle } from '#app/page-title.ts'
import { addItem, agendaOf, raiseItem, removeItem } from '#app/rooms/agenda.server.ts'
import { Hidden, OneButton } from '#app/rooms/hidden.tsx'
import { InLanguages, wordsSent } from '#app/rooms/in-languages.tsx'
import { LONGEST, MOST_ITEM_MINUTES, type RoomRefusal } from '#app/rooms/room.ts'
import { RoomTabs } from '#app/rooms/room-tabs.tsx'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

const itemId = z.uuid()
const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('add'),
		...wordsSent(LONGEST.item),
		minutes: z.coerce.number().int().min(1).max(MOST_ITEM_MINUTES),
	}),
	z.object({ intent: z.literal('raise'), itemId }),
	z.object({ intent: z.literal('remove'), itemId }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, language } = await pageToAct(request, params, 'keep-room', 'prepare')
	const agenda = await agendaOf(readOwn, hearing.id)
	return { title: translator(language)('rooms:agenda'), head, agenda, open: hearing.state !== 'held' }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const { write } = await store()
	const outcome = await write<Outcome<unknown, RoomRefusal>>(hearingKey(hearing.id), (tx) => {
		switch (sent.intent) {
			case 'add': {
				const { kk, ru, en, minutes } = sent
				return addItem(tx, { ...act, titles: { kk, ru, en }, minutes })
			}
			case 'raise':
				return raiseItem(tx, { ...act, itemId: sent.itemId })
			case 'remove':
				return removeItem(tx, { ...act, itemId: sent.itemId })
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id, 'agenda'))
}

export default function AgendaPage() {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const { title, head, agenda, open } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { minutes: 10 },
		refusal: useRefusal(),
	})
	const adding = form.of({ intent: 'add' })
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<RoomTabs head={head} page="agenda" />
			{agenda.length === 0 && <p className="quiet">{t('noAgenda')}</p>}
			<ol className="entries">
				{agenda.map(({ id, titles, minutes, startedAt }, at) => (
					<li key={id}>
						<span>{titles[language]}</span>
						<span className="quiet small">
							{minutes} {t('minutes')}
						</span>
						{open && !startedAt && (
							<div className="actions">
								{at > 0 && !agenda[at - 1]?.startedAt && (
									<OneButton intent="raise" fields={{ itemId: id }}>
										{t('items.raise')}
									</OneButton>
								)}
								<OneButton intent="remove" fields={{ itemId: id }} color="danger">
									{t('items.remove')}
								</OneButton>
							</div>
						)}
					</li>
				))}
			</ol>
			{open && (
				<Form method="post" className="form" noValidate>
					<Heading level={2} size="xs">
						{t('items.add')}
					</Heading>
					<Hidden intent="add" />
					<InLanguages label={t('items.name')} form={adding} maxLength={LONGEST.item} />
					<Field
						name="minutes"
						type="number"
						min={1}
						max={MOST_ITEM_MINUTES}
						label={t('items.minutes')}
						defaultValue={adding.value('minutes')}
						error={adding.problem('minutes')}
					/>
					<Button>{t('items.addButton')}</Button>
				</Form>
			)}
		</HoldingFrame>
	)
}
