import { Form } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Place, Rows, When } from './place.tsx'
import type { OwnPart, ShownPoll, ShownQuestion, ShownRoom } from './shown.ts'
import { useRoomWords } from './words.ts'

const BLANK: ShownQuestion = {
	id: '',
	text: '',
	language: '',
	affiliation: 'resident',
	state: 'shown',
	answer: null,
	askedAt: new Date(0),
}

/** What is being answered first, then by votes, then what was answered. */
function inOrder({ questions, votes }: ShownRoom) {
	const rank = ({ id, state }: ShownQuestion) =>
		state === 'live' ? 1e9 : state === 'answered' ? -1 : (votes[id] ?? 0)
	return questions.toSorted((a, b) => rank(b) - rank(a))
}

export function Questions({ shown, own, open }: { shown: ShownRoom; own: OwnPart | null; open: boolean }) {
	const { t } = useTranslation('rooms')
	const words = useRoomWords()
	return (
		<section className="stack" data-gap="tight" aria-labelledby="questions">
			<Heading level={2} id="questions">
				{t('questions')}
			</Heading>
			<p className="quiet" data-none="questions" hidden={shown.questions.length > 0}>
				{t('noQuestions')}
			</p>
			<Rows part="questions" rows={inOrder(shown)} blank={BLANK}>
				{({ id, text, language, affiliation, state, answer }) => (
					<>
						<When field="state" is="live" holds={state === 'live'}>
							<strong className="ds-tag" data-color="sun">
								{t('question.live')}
							</strong>
						</When>
						<Place field="text" value={text} lang={language} />
						<span className="meta">
							<Place field="affiliation" value={affiliation} words={words.affiliation} />
							<span>
								{t('votes')}{' '}
								<span className="tabular" data-votes="">
									{shown.votes[id] ?? 0}
								</span>
							</span>
						</span>
						<When field="answer" holds={answer !== null}>
							<strong>{t('answer')}</strong> <Place field="answer" value={answer} lang={language} />
						</When>
						{own && open && (
							<When as="div" field="state" is="shown live" holds={state !== 'answered'}>
								{own.voted.includes(id) ? (
									<span className="quiet small">{t('voted')}</span>
								) : (
									<VoteForm questionId={id} />
								)}
							</When>
						)}
					</>
				)}
			</Rows>
		</section>
	)
}

function VoteForm({ questionId }: { questionId: string }) {
	const { t } = useTranslation('rooms')
	return (
		<Form method="post">
			<input type="hidden" name="intent" value="vote-question" />
			<input type="hidden" name="questionId" value={questionId} data-value="id" />
			<Button variant="secondary" size="sm">
				{t('vote')}
			</Button>
		</Form>
	)
}

const NO_POLL: ShownPoll = {
	id: '',
	state: 'open',
	questions: { kk: '', ru: '', en: '' },
	options: [],
}
const NO_OPTION: ShownPoll['options'][number] = {
	id: '',
	state: 'open',
	words: { kk: '', ru: '', en: '' },
	votes: null,
}

export function Polls({ shown: { polls }, own }: { shown: ShownRoom; own: OwnPart | null }) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const may = own?.seat != null
	return (
		<section className="stack" data-gap="tight" aria-labelledby="polls">
			<Heading level={2} id="polls">
				{t('polls')}
			</Heading>
			<p className="quiet" data-none="polls" hidden={polls.length > 0}>
				{t('noPolls')}
			</p>
			<Rows part="polls" rows={polls} blank={NO_POLL}>
				{(poll) => {
					const chosen = own?.answered.find(({ pollId }) => pollId === poll.id)?.option
					return (
						<Form method="post" className="stack" data-gap="tight">
							<input type="hidden" name="intent" value="vote-poll" />
							<input type="hidden" name="pollId" value={poll.id} data-value="id" />
							<strong>
								<Place field="questions" value={poll.questions[language]} />
							</strong>
							<When field="state" is="open" holds={poll.state === 'open'}>
								<span className="quiet small">
									{chosen === undefined ? t(may ? 'pollOpen' : 'pollForRegistered') : t('pollAnswered')}
								</span>
							</When>
							<When field="state" is="closed" holds={poll.state === 'closed'}>
								<span className="quiet small">{t('pollClosed')}</span>
							</When>
							<Rows part="options" rows={poll.options} blank={NO_OPTION} className="plain-list">
								{({ id, words, votes, state }) => (
									<span className="row">
										{may && chosen === undefined && (
											<When field="state" is="open" holds={state === 'open'}>
												<button
													className="ds-button"
													data-variant="secondary"
													data-size="sm"
													name="option"
													value={id}
													data-value="id"
													type="submit"
												>
													<Place field="words" value={words[language]} />
												</button>
											</When>
										)}
										<When
											field="state"
											is={may && chosen === undefined ? 'closed' : 'open closed'}
											holds={state === 'closed' || !may || chosen !== undefined}
										>
											<Place field="words" value={words[language]} />
										</When>
										{chosen !== undefined && String(chosen) === id && (
											<span className="ds-tag">{t('yourAnswer')}</span>
										)}
										<When field="votes" holds={votes !== null}>
											<Place field="votes" value={votes} className="tabular" />
										</When>
									</span>
								)}
							</Rows>
						</Form>
					)
				}}
			</Rows>
		</section>
	)
}
