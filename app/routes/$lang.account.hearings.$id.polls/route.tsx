import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { mayDo, LONGEST as OF_HEARING } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import type { Outcome } from '#app/outcome.ts'
import { pageTitle } from '#app/page-title.ts'
import { Hidden, OneButton } from '#app/rooms/hidden.tsx'
import { InLanguages, wordsSent } from '#app/rooms/in-languages.tsx'
import { closePoll, openPoll, pollsOf, preparePoll } from '#app/rooms/polls.server.ts'
import { LONGEST, POLL_OPTIONS, type RoomRefusal } from '#app/rooms/room.ts'
import { RoomTabs } from '#app/rooms/room-tabs.tsx'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'

export const meta = pageTitle

/** One a line. */
const options = z
	.string()
	.transform((text) =>
		text
			.split(/\r?\n/)
			.map((line) => line.trim())
			.filter(Boolean),
	)
	.pipe(z.array(z.string().max(LONGEST.option)).min(POLL_OPTIONS.fewest).max(POLL_OPTIONS.most))

const pollId = z.uuid()
const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('prepare'),
		...wordsSent(OF_HEARING.question),
		optionskk: options,
		optionsru: options,
		optionsen: options,
	}),
	z.object({ intent: z.literal('open'), pollId }),
	z.object({ intent: z.literal('close'), pollId }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language } = await pageToAct(request, params, 'keep-room')
	const polls = await pollsOf(readOwn, hearing.id)
	return {
		title: translator(language)('rooms:polls'),
		head,
		polls: polls.map(({ id, questions, options, state, result }) => ({
			id,
			questions,
			options,
			state,
			result,
		})),
		lead: mayDo('lead-room', person, hearing),
		open: hearing.state !== 'held',
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	if (sent.intent === 'prepare') {
		const counts = [sent.optionskk, sent.optionsru, sent.optionsen].map(({ length }) => length)
		if (new Set(counts).size > 1) return data({ form: form.refuse('options-differ', 'optionskk') }, 422)
	}
	const { write } = await store()
	const outcome = await write<Outcome<unknown, RoomRefusal>>(hearingKey(hearing.id), (tx) => {
		switch (sent.intent) {
			case 'prepare': {
				const { kk, ru, en, optionskk, optionsru, optionsen } = sent
				const words = optionskk.map((option, at) => ({
					kk: option,
					ru: String(optionsru[at]),
					en: String(optionsen[at]),
				}))
				return preparePoll(tx, { ...act, questions: { kk, ru, en }, options: words })
			}
			case 'open':
				return openPoll(tx, { ...act, pollId: sent.pollId })
			case 'close':
				return closePoll(tx, { ...act, pollId: sent.pollId })
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id, 'polls'))
}

export default function PollsPage() {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const { title, head, polls, lead, open } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, { refusal: useRefusal() })
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<RoomTabs head={head} page="polls" />
			{polls.length === 0 && <p className="quiet">{t('noPolls')}</p>}
			<ul className="entries">
				{polls.map(({ id, questions, options, state, result }) => (
					<li key={id}>
						<p>
							<Tag tone={state === 'open' ? 'sun' : 'neutral'}>{t(`poll.${state}`)}</Tag>{' '}
							{questions[language]}
						</p>
						<ol>
							{options.map((option, at) => (
								<li key={option.en}>
									{option[language]} {result && <span className="tabular">{result[at]}</span>}
								</li>
							))}
						</ol>
						{lead && state === 'prepared' && (
							<OneButton intent="open" fields={{ pollId: id }} variant="primary">
								{t('poll.openButton')}
							</OneButton>
						)}
						{lead && state === 'open' && (
							<OneButton intent="close" fields={{ pollId: id }}>
								{t('poll.closeButton')}
							</OneButton>
						)}
					</li>
				))}
			</ul>
			{open && (
				<Form method="post" className="form" noValidate>
					<Heading level={2} size="xs">
						{t('poll.prepare')}
					</Heading>
					<Hidden intent="prepare" />
					<InLanguages label={t('poll.question')} form={form} maxLength={OF_HEARING.question} />
					<p className="quiet">{t('poll.optionsHelp')}</p>
					<InLanguages label={t('poll.options')} form={form} maxLength={1000} prefix="options" rows={4} />
					<Button>{t('poll.prepareButton')}</Button>
				</Form>
			)}
		</HoldingFrame>
	)
}
