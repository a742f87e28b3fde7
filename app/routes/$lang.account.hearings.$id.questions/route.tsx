import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
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
import { allQuestionsOf, answerInRoom, judgeQuestion, putQuestionLive } from '#app/rooms/questions.server.ts'
import { LONGEST as OF_ROOM } from '#app/rooms/room.ts'
import { RoomTabs } from '#app/rooms/room-tabs.tsx'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ReadQuestion } from './read-question.tsx'

export const meta = pageTitle

const questionId = z.uuid()
const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('show'), questionId }),
	z.object({
		intent: z.literal('hide'),
		questionId,
		reason: z.string().trim().min(5).max(LONGEST.reason),
	}),
	z.object({ intent: z.literal('live'), questionId }),
	z.object({
		intent: z.literal('answer'),
		questionId,
		answer: z.string().trim().min(2).max(OF_ROOM.answer),
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, language } = await pageToAct(request, params, 'read-room')
	const questions = await allQuestionsOf(readOwn, hearing.id)
	return {
		title: translator(language)('rooms:pages.questions'),
		head,
		live: hearing.state === 'live',
		questions: questions.map(({ id, text, language, affiliation, state, votes, hiddenReason, answer }) => ({
			id,
			text,
			language,
			affiliation,
			state,
			votes,
			hiddenReason,
			answer,
		})),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const acting = { ...act, questionId: sent.questionId }
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), (tx) => {
		switch (sent.intent) {
			case 'show':
				return judgeQuestion(tx, { ...acting, hiddenReason: null })
			case 'hide':
				return judgeQuestion(tx, { ...acting, hiddenReason: sent.reason })
			case 'live':
				return putQuestionLive(tx, acting)
			case 'answer':
				return answerInRoom(tx, { ...acting, answer: sent.answer })
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id, 'questions'))
}

export default function ReadRoom() {
	const { t } = useTranslation('rooms')
	const { title, head, live, questions } = useLoaderData<typeof loader>()
	const reply = useActionData<{ form?: FormReply }>()?.form
	const form = useFilledForm(reply, { refusal: useRefusal() })
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<RoomTabs head={head} page="questions" />
			{questions.length === 0 && <EmptyState icon="question" heading={t('noQuestions')} />}
			<ul className="entries">
				{questions.map((question) => (
					<li key={question.id}>
						<ReadQuestion
							question={question}
							live={live}
							reply={reply?.initialValue?.questionId === question.id ? reply : undefined}
						/>
					</li>
				))}
			</ul>
		</HoldingFrame>
	)
}
