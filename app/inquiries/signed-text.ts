import type { AnswerText } from './answer.ts'

/** A question as its author signs it. */
export interface QuestionText {
	to: string
	kind: string
	visibility: string
	language: string
	safetyReport: boolean
	/** SHA-256 of each file, in order. */
	files: readonly string[]
	subject: string
	text: string
}

// Both are written to the byte once and for all: whoever verifies a signature later makes them again. What a person
// has typed stands last and between lines that no text of one line can forge.

export function questionText({ files, subject, text, ...said }: QuestionText): string {
	return [
		'JAUAP QUESTION 1',
		`to: ${said.to}`,
		`kind: ${said.kind}`,
		`visibility: ${said.visibility}`,
		`language: ${said.language}`,
		`safety-report: ${said.safetyReport ? 'yes' : 'no'}`,
		...files.map((sha256) => `file-sha256: ${sha256}`),
		`subject: ${oneLine(subject)}`,
		'',
		text,
		'',
	].join('\n')
}

const PARTS = ['body', 'reasons', 'facts', 'law', 'appeal'] as const

/** An answer as an official signs it: all of it, with what the public does not read. */
export function answerText(number: string, answer: AnswerText & Pick<QuestionText, 'files'>): string {
	const part = (name: string, text: string) => [`[${name}]`, ...text.split('\n').map((line) => `  ${line}`)]
	return [
		'JAUAP ANSWER 1',
		`inquiry: ${number}`,
		`language: ${answer.language}`,
		`outcome: ${answer.outcome}`,
		...answer.files.map((sha256) => `file-sha256: ${sha256}`),
		...answer.promises.map(({ dueOn, text }) => `promise: ${dueOn} ${oneLine(text)}`),
		...PARTS.flatMap((name) => part(name, answer[name])),
		...(answer.publicBody === null ? [] : part('public version', answer.publicBody)),
		...(answer.redactionReason === null ? [] : part('left out because', answer.redactionReason)),
		'',
	].join('\n')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
