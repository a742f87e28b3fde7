import type { Day } from '#app/deadlines/day.ts'

/** What is written in an answer before it is signed. */
export interface AnswerText {
	outcome: string
	language: string
	body: string
	reasons: string
	law: string
	facts: string
	appeal: string
	publicBody: string | null
	redactionReason: string | null
	promises: readonly { text: string; dueOn: string }[]
}

/** Which field of the form holds what the profile says an answer must have. */
export const ANSWER_PARTS = {
	reasons: 'reasons',
	law_reference: 'law',
	facts_per_argument: 'facts',
	appeal_instructions: 'appeal',
} as const

type MustHave = keyof typeof ANSWER_PARTS
export type AnswerGap = MustHave | 'body' | 'outcome' | 'language' | 'redaction_reason' | 'promise'

/**
 * What still keeps an answer from being signed. APPC 89(2), 80(5): reasons, the law, facts for or against each
 * argument, and how to complain; in the state language or that of the question.
 */
export function missingInAnswer(
	answer: AnswerText,
	rules: {
		mustHave: readonly string[]
		outcomes: readonly string[]
		languages: readonly string[]
		questionLanguage: string
		today: Day
	},
): AnswerGap[] {
	const gaps: AnswerGap[] = []
	if (answer.body.trim() === '') gaps.push('body')
	if (!rules.outcomes.includes(answer.outcome)) gaps.push('outcome')
	if (!isAnswerLanguage(answer.language, rules.languages, rules.questionLanguage)) gaps.push('language')
	for (const part of rules.mustHave) {
		const field = ANSWER_PARTS[part as MustHave]
		if (field && answer[field].trim() === '') gaps.push(part as MustHave)
	}
	// A public version that leaves something out says why.
	if (answer.publicBody !== null && !answer.redactionReason?.trim()) gaps.push('redaction_reason')
	// Nobody promises what is past.
	if (answer.promises.some(({ text, dueOn }) => text.trim() === '' || dueOn < rules.today))
		gaps.push('promise')
	return gaps
}

/** APPC 89(2): the state language, or that of the question. */
export const isAnswerLanguage = (language: string, official: readonly string[], ofQuestion: string) =>
	language === ofQuestion || official.includes(language)
