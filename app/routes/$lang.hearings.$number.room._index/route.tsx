import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath, roomStatePath, roomStreamPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { Outcome } from '#app/outcome.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { personOf, requirePerson } from '#app/people/session.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { seenInRoom } from '#app/rooms/attend.server.ts'
import { captionsOf } from '#app/rooms/captions.server.ts'
import { ownPartOf } from '#app/rooms/own.server.ts'
import { voteInPoll } from '#app/rooms/polls.server.ts'
import { voteForQuestion } from '#app/rooms/questions.server.ts'
import { Polls, Questions } from '#app/rooms/questions-view.tsx'
import type { RoomRefusal } from '#app/rooms/room.ts'
import { Agenda, Announcements, Present, Queue, Speaking } from '#app/rooms/room-view.tsx'
import { shownRoom } from '#app/rooms/snapshot.server.ts'
import { askToSpeak, takeBackSpeech } from '#app/rooms/speak.server.ts'
import { isEmbedded, isStreamLink } from '#app/rooms/stream-host.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { ROOM_STATES } from '#app/rooms/words.ts'
import { store } from '#app/store.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { configuration } from '#server/configuration.ts'
import { OwnPlace, StateLine, Stream, Transcripts } from './parts.tsx'

/** The room renews itself; without scripts the whole page does. */
export const handle = { script: '/room.js', streams: true } satisfies PageHandle
export const meta = pageTitle

const RENEW_SECONDS = 15

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('vote-question'), questionId: z.uuid() }),
	z.object({ intent: z.literal('vote-poll'), pollId: z.uuid(), option: z.coerce.number().int().min(0) }),
	z.object({ intent: z.literal('ask-to-speak') }),
	z.object({ intent: z.literal('take-back') }),
])

/** Where on the page one goes on. */
const PLACES = {
	'vote-question': 'questions',
	'vote-poll': 'polls',
	'ask-to-speak': 'own',
	'take-back': 'own',
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	if (!ROOM_STATES.includes(hearing.state)) throw notFound()
	const now = new Date()
	const person = await personOf(request)
	const { readOwn, write } = await store()
	if (person && hearing.state === 'live')
		await write(hearingKey(hearing.id), (tx) =>
			seenInRoom(tx, { hearingId: hearing.id, personIds: [person.personId], now }),
		)
	const stream = isStreamLink(hearing.streamUrl) ? hearing.streamUrl : null
	return {
		title: `${translator(language)('rooms:title')} · ${number}`,
		heading: translator(language)('rooms:title'),
		head: { ...head, number },
		startsAt: hearing.startsAt,
		shown: await shownRoom(person ? readOwn : read, hearing, now),
		own: person ? await ownPartOf(readOwn, hearing.id, person.personId) : null,
		stream: stream && { url: stream, embedded: isEmbedded(stream, configuration().STREAM_HOSTS) },
		captions: (await captionsOf(read, hearing.id)).map(({ language }) => language),
		renewSeconds: hearing.state === 'live' ? RENEW_SECONDS : undefined,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, number, language } = await publicHearing(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const allowed = await limited('room', { person: person.personId, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const sent = form.value
	const acting = { hearingId: hearing.id, actor: person, now: new Date() }
	const { write } = await store()
	const outcome = await write<Outcome<unknown, RoomRefusal>>(hearingKey(hearing.id), (tx) => {
		switch (sent.intent) {
			case 'vote-question':
				return voteForQuestion(tx, { ...acting, questionId: sent.questionId })
			case 'vote-poll':
				return voteInPoll(tx, { ...acting, pollId: sent.pollId, option: sent.option })
			case 'ask-to-speak':
				return askToSpeak(tx, acting)
			case 'take-back':
				return takeBackSpeech(tx, acting)
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(`${hearingPagePath(language, number, 'room')}#${PLACES[sent.intent]}`)
}

export default function Room() {
	const { heading, head, startsAt, shown, own, stream, captions } = useLoaderData<typeof loader>()
	const { t } = useTranslation('common')
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, { refusal: useRefusal() })
	const open = shown.room.state === 'announced' || shown.room.state === 'live'
	return (
		<HearingFrame head={head} title={heading}>
			<ErrorSummary title={t('errors.summary')} problems={form.problems} />
			<div
				className="stack"
				data-gap="section"
				data-room=""
				data-version={shown.version}
				data-zone={zoneInForce()}
				data-state={shown.room.state}
				data-stream={roomStreamPath(head.number)}
				data-at={roomStatePath(head.number)}
			>
				<StateLine state={shown.room.state} startsAt={startsAt} />
				<div className="split" data-first="aside">
					<div className="stack" data-gap="wide">
						<Speaking shown={shown} />
						<OwnPlace number={head.number} own={own} open={open} />
						<Announcements shown={shown} />
						<Present shown={shown} />
						<Agenda shown={shown} />
						<Transcripts number={head.number} languages={captions} />
					</div>
					<div className="stack" data-gap="section">
						{stream && <Stream stream={stream} />}
						<Queue shown={shown} />
						<Polls shown={shown} own={own} />
						<Questions shown={shown} own={own} open={open} />
					</div>
				</div>
			</div>
		</HearingFrame>
	)
}
