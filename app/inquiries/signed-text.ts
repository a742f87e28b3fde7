import type { AnswerText } from './answer.ts'

/** What is signed of a file: its name, and its content by the hash. */
interface SignedFile {
	name: string
	sha256: string
}

/** A question as its author signs it. */
export interface QuestionText {
	to: string
	kind: string
	visibility: string
	language: string
	safetyReport: boolean
	files: readonly SignedFile[]
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
		...linesOf(files),
		`subject: ${oneLine(subject)}`,
		'',
		text,
		'',
	].join('\n')
}

const PARTS = ['body', 'reasons', 'facts', 'law', 'appeal'] as const

/** An answer as an official signs it: all of it, with its files and with what the public does not read. */
export function answerText(number: string, answer: AnswerText & Pick<QuestionText, 'files'>): string {
	const part = (name: string, text: string) => [`[${name}]`, ...text.split('\n').map((line) => `  ${line}`)]
	return [
		'JAUAP ANSWER 1',
		`inquiry: ${number}`,
		`language: ${answer.language}`,
		`outcome: ${answer.outcome}`,
		...linesOf(answer.files),
		...answer.promises.map(({ dueOn, text }) => `promise: ${dueOn} ${oneLine(text)}`),
		...PARTS.flatMap((name) => part(name, answer[name])),
		...(answer.publicBody === null ? [] : part('public version', answer.publicBody)),
		...(answer.redactionReason === null ? [] : part('left out because', answer.redactionReason)),
		'',
	].join('\n')
}

const linesOf = (files: readonly SignedFile[]) =>
	files.map(({ name, sha256 }) => `file-sha256: ${sha256} ${oneLine(name)}`)

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
