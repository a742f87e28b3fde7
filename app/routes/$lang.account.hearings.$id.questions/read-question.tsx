import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Hidden, OneButton } from '#app/rooms/hidden.tsx'
import { LONGEST as OF_ROOM } from '#app/rooms/room.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { useRoomWords } from '#app/rooms/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Affiliation, RoomQuestionState } from '#db/schema/hearings.ts'

interface Read {
	id: string
	text: string
	language: string
	affiliation: Affiliation
	state: RoomQuestionState
	votes: number
	hiddenReason: string | null
	answer: string | null
}

/** A question as its moderator reads it, with what can be done to it now. */
export function ReadQuestion({
	question: { id, text, language, affiliation, state, votes, hiddenReason, answer },
	live,
	reply,
}: {
	question: Read
	live: boolean
	reply: FormReply | undefined
}) {
	const { t } = useTranslation('rooms')
	const words = useRoomWords()
	const form = useFilledForm(reply, { refusal: useRefusal() })
	const isShown = state === 'shown' || state === 'live'
	return (
		<div className="stack" data-gap="tight">
			<p>
				<Tag tone={state === 'waiting' || state === 'live' ? 'sun' : 'neutral'}>{words.question[state]}</Tag>{' '}
				<span lang={language}>{text}</span>
			</p>
			<p className="meta">
				<span>{words.affiliation[affiliation]}</span>
				<span>
					{t('votes')} {votes}
				</span>
				{hiddenReason && <span>{hiddenReason}</span>}
			</p>
			{answer && <p lang={language}>{answer}</p>}
			<div className="actions">
				{!isShown && state !== 'answered' && (
					<OneButton intent="show" fields={{ questionId: id }} variant="primary">
						{t('read.show')}
					</OneButton>
				)}
				{live && state === 'shown' && (
					<OneButton intent="live" fields={{ questionId: id }}>
						{t('read.live')}
					</OneButton>
				)}
			</div>
			{isShown && (
				<Details summary={t('read.answer')} open={form.value('intent') === 'answer' || state === 'live'}>
					<Form method="post" className="form" noValidate>
						<Hidden intent="answer" questionId={id} />
						<Field
							name="answer"
							id={`answer-${id}`}
							type="textarea"
							rows={4}
							label={t('read.answerText')}
							maxLength={OF_ROOM.answer}
							defaultValue={form.value('answer')}
							error={form.problem('answer')}
						/>
						<Button>{t('read.answerButton')}</Button>
					</Form>
				</Details>
			)}
			{state !== 'hidden' && state !== 'answered' && (
				<Details summary={t('read.hide')} open={form.value('intent') === 'hide'}>
					<Form method="post" className="form" noValidate>
						<Hidden intent="hide" questionId={id} />
						<Field
							name="reason"
							id={`reason-${id}`}
							type="textarea"
							rows={2}
							label={t('read.reason')}
							description={t('read.reasonHelp')}
							maxLength={LONGEST.reason}
							defaultValue={form.value('reason')}
							error={form.problem('reason')}
						/>
						<Button variant="secondary">{t('read.hideButton')}</Button>
					</Form>
				</Details>
			)}
		</div>
	)
}
