import type { z } from 'zod'

export const PROBLEMS = [
	'required',
	'tooShort',
	'tooLong',
	'tooSmall',
	'tooBig',
	'choice',
	'email',
	'day',
	'moment',
	'number',
	'address',
	'code',
	'phone',
	'invalid',
	'fileTooBig',
	'tooManyFiles',
	'fileKind',
	'fileEmpty',
	'formTooBig',
	'factorNeeded',
	'factorWrong',
	'factorOften',
] as const

export type Problem = (typeof PROBLEMS)[number]

const FORMATS: Record<string, Problem> = { email: 'email', url: 'address', date: 'day', datetime: 'moment' }

/** What zod found, as a code with the amount that matters: `tooLong:500`. A schema may name its own code. */
export const problemCode: z.core.$ZodErrorMap = (issue) => {
	const nothing = issue.input === undefined || issue.input === ''
	switch (issue.code) {
		case 'invalid_type':
			return nothing ? 'required' : issue.expected === 'number' ? 'number' : 'invalid'
		case 'too_small':
			if (nothing || (issue.origin === 'array' && issue.minimum === 1)) return 'required'
			return issue.origin === 'string' ? `tooShort:${issue.minimum}` : `tooSmall:${issue.minimum}`
		case 'too_big':
			return issue.origin === 'string' ? `tooLong:${issue.maximum}` : `tooBig:${issue.maximum}`
		case 'invalid_value':
			return nothing ? 'required' : 'choice'
		case 'invalid_format':
			return nothing ? 'required' : (FORMATS[issue.format] ?? 'invalid')
		default:
			return 'invalid'
	}
}
