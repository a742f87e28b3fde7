import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath, holdingPath, roomStatePath, roomStreamPath } from '#app/links.ts'
import type { Outcome } from '#app/outcome.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { beginItem, endItem } from '#app/rooms/agenda.server.ts'
import { announceInRoom } from '#app/rooms/announce.server.ts'
import { beginHearing } from '#app/rooms/begin.server.ts'
import { callSpeaker, endSpeech, passOver } from '#app/rooms/call.server.ts'
import { endHearing } from '#app/rooms/end.server.ts'
import { Hidden, OneButton } from '#app/rooms/hidden.tsx'
import { MOST_SPEECH_MINUTES } from '#app/rooms/room.ts'
import { RoomTabs } from '#app/rooms/room-tabs.tsx'
import { Announcements, Present, Speaking } from '#app/rooms/room-view.tsx'
import { shownRoom } from '#app/rooms/snapshot.server.ts'
import { spokenIn } from '#app/rooms/spoken.server.ts'
import { setStream } from '#app/rooms/stream.server.ts'
import { isStreamLink } from '#app/rooms/stream-host.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { takeDownSpeech } from '#app/take-down-speech.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { End, Items, Line } from './parts.tsx'
import { TakeDown } from './take-down.tsx'

/** The timer and what everybody sees renew themselves here too. */
export const handle = { script: '/room.js' } satisfies PageHandle
export const meta = pageTitle

const reason = z.string().trim().min(10).max(LONGEST.reason)
const speech = { speechId: z.uuid() }
const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('begin') }),
	z.object({ intent: z.literal('end'), reason: reason.optional() }),
	z.object({
		intent: z.literal('call'),
		...speech,
		minutes: z.coerce.number().int().min(1).max(MOST_SPEECH_MINUTES),
		deviation: reason.optional(),
	}),
	z.object({ intent: z.literal('pass'), ...speech, deviation: reason }),
	z.object({ intent: z.literal('end-speech') }),
	z.object({
		intent: z.literal('take-down'),
		...speech,
		language: z.enum(LANGUAGES),
		said: z.string().trim().min(2).max(LONGEST.remark),
	}),
	z.object({ intent: z.literal('begin-item'), itemId: z.uuid() }),
	z.object({ intent: z.literal('end-item') }),
	z.object({ intent: z.literal('announce'), text: z.string().trim().min(2).max(LONGEST.announcement) }),
	z.object({
		intent: z.literal('stream'),
		url: z.string().trim().max(500).refine(isStreamLink, 'invalid').optional(),
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language, act } = await pageToAct(request, params, 'keep-room')
	return {
		title: translator(language)('rooms:console.title'),
		head,
		shown: await shownRoom(readOwn, hearing, act.now),
		streamUrl: hearing.streamUrl,
		spoken: mayDo('enter-remark', person, hearing)
			? (await spokenIn(readOwn, hearing.id)).map(({ id, name, position }) => ({ id, name, position }))
			: [],
		may: {
			begin: mayDo('begin', person, hearing),
			lead: mayDo('lead-room', person, hearing),
			notHeld: mayDo('not-held', person, hearing),
		},
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const { write } = await store()
	const outcome = await write<Outcome<null, string>>(hearingKey(hearing.id), (tx) => {
		switch (sent.intent) {
			case 'begin':
				return beginHearing(tx, act)
			case 'end':
				return endHearing(tx, { ...act, reason: sent.reason })
			case 'call': {
				const { speechId, minutes, deviation = null } = sent
				return callSpeaker(tx, { ...act, speechId, minutes, deviation })
			}
			case 'pass':
				return passOver(tx, { ...act, speechId: sent.speechId, deviation: sent.deviation })
			case 'take-down': {
				const { speechId, language, said: text } = sent
				return takeDownSpeech(tx, { ...act, speechId, language, text })
			}
			case 'end-speech':
				return endSpeech(tx, act)
			case 'begin-item':
				return beginItem(tx, { ...act, itemId: sent.itemId })
			case 'end-item':
				return endItem(tx, act)
			case 'announce':
				return announceInRoom(tx, { ...act, text: sent.text, language })
			case 'stream':
				return setStream(tx, { ...act, url: sent.url ?? null })
		}
	})
	if (!outcome.ok) {
		const field = ASKED_AT[outcome.refusal as 'people-wait']
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	throw redirect(
		sent.intent === 'end' && hearing.number
			? hearingPagePath(language, hearing.number, 'room')
			: holdingPath(language, hearing.id, 'room'),
	)
}

/** At which field a reason is asked for. */
const ASKED_AT = { 'deviation-needed': 'deviation', 'people-wait': 'reason' } as const

export default function LeadRoom() {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const { title, head, shown, streamUrl, spoken, may } = useLoaderData<typeof loader>()
	const reply = useActionData<{ form?: FormReply }>()?.form
	const form = useFilledForm(reply, { refusal: useRefusal() })
	const sent = form.value('intent')
	const stream = useFilledForm(sent === 'stream' ? reply : undefined, { defaults: { url: streamUrl } })
	const state = shown.room.state
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<RoomTabs head={head} page="room" />
			<div
				className="stack"
				data-gap="section"
				data-room=""
				data-renews=""
				data-version={shown.version}
				data-zone={zoneInForce()}
				data-state={state}
				data-stream={roomStreamPath(head.number ?? '')}
				data-at={roomStatePath(head.number ?? '')}
			>
				{may.begin && (
					<div className="stack">
						<p>{t('console.beginHelp')}</p>
						<OneButton intent="begin" variant="primary">
							{t('console.begin')}
						</OneButton>
					</div>
				)}
				{state === 'live' && <Speaking shown={shown} />}
				{may.lead && shown.speaking && <OneButton intent="end-speech">{t('console.endSpeech')}</OneButton>}
				<Line queue={shown.queue} lead={may.lead} reply={reply} />
				<TakeDown spoken={spoken} reply={sent === 'take-down' ? reply : undefined} />
				<Items agenda={shown.agenda} lead={may.lead} />
				{may.lead && (
					<section className="stack" aria-labelledby="announce">
						<Heading level={2} size="xs" id="announce">
							{t('console.announce')}
						</Heading>
						<Form method="post" className="form">
							<Hidden intent="announce" />
							<Field
								name="text"
								type="textarea"
								rows={3}
								label={t('console.announceText')}
								maxLength={LONGEST.announcement}
								defaultValue={sent === 'announce' ? form.value('text') : undefined}
								error={form.problem('text')}
							/>
							<Button>{t('console.announceButton')}</Button>
						</Form>
					</section>
				)}
				<Announcements shown={shown} />
				<Present shown={shown} />
				<section className="stack" aria-labelledby="stream">
					<Heading level={2} size="xs" id="stream">
						{t('stream')}
					</Heading>
					<Form method="post" className="form">
						<Hidden intent="stream" />
						<Field
							name="url"
							type="url"
							label={t('console.streamUrl')}
							description={t('console.streamHelp')}
							optional={t('optional')}
							defaultValue={stream.value('url')}
							error={form.problem('url')}
						/>
						<Button variant="secondary">{t('console.streamButton')}</Button>
					</Form>
				</section>
				{may.lead && (
					<section className="stack" aria-labelledby="end">
						<Heading level={2} size="xs" id="end">
							{t('console.endTitle')}
						</Heading>
						<p>{t('console.endHelp')}</p>
						<End waiting={shown.room.waiting} reply={sent === 'end' ? reply : undefined} />
					</section>
				)}
				{may.notHeld && (
					<p>
						<TextLink href={holdingPath(language, head.id, 'not-held')}>{t('notHeld.title')}</TextLink>
					</p>
				)}
			</div>
		</HoldingFrame>
	)
}
