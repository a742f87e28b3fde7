import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { MOST_FILES, MOST_MEGABYTES } from '#app/files/most.ts'
import { cleaned } from './clean.ts'
import type { FormReply } from './form-reply.ts'
import { problemCode } from './problem-codes.ts'

const MOST_FIELDS = 300
const LONGEST_FIELD = 100_000
/** What all uploads that are being read may weigh together; they are held in memory meanwhile. */
const MOST_UPLOADING = 200 << 20

interface Read<Value> {
	ok: true
	value: Value
	/** What is answered when an act refuses what the form asked for: all that was typed comes back. */
	refuse: (refusal: string, field?: string) => FormReply
	/** The form as it was sent, with nothing wrong: for a preview. */
	unchanged: () => FormReply
}

type ReadForm<Schema extends z.ZodType> = Read<z.output<Schema>> | { ok: false; reply: FormReply }

/**
 * Reads a form by its schema. Problems are codes, such as `required` or `tooLong:500`, which
 * `common:errors` puts into words.
 */
export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<ReadForm<Schema>> {
	const read = readFields(await bodyOf(request), schema)
	if (!read) throw new Response(null, { status: 413 })
	return read
}

/** The same of what has been sent already; undefined where it is more than any form of ours holds. */
export function readFields<Schema extends z.ZodType>(
	given: FormData | URLSearchParams,
	schema: Schema,
): ReadForm<Schema> | undefined {
	const fields = cleanedOf(given)
	if (!fields) return undefined
	const submission = parseWithZod(fields, { schema, error: problemCode })
	const hideFields = Object.keys(submission.payload).filter((name) => /password|code$/i.test(name))
	if (submission.status !== 'success') return { ok: false, reply: submission.reply({ hideFields }) }
	return {
		ok: true,
		value: submission.value as z.output<Schema>,
		unchanged: () => submission.reply({ hideFields }),
		refuse: (refusal, field) =>
			submission.reply({
				hideFields,
				...(field ? { fieldErrors: { [field]: [refusal] } } : { formErrors: [refusal] }),
			}),
	}
}

/** In a schema: the files of a field, at most so many of so many megabytes. What is in them is looked at on saving. */
export function uploads({ maxFiles = MOST_FILES, maxMegabytes = MOST_MEGABYTES } = {}) {
	const file = z
		.instanceof(File)
		.refine(({ size }) => size > 0, 'fileEmpty')
		.refine(({ size }) => size <= maxMegabytes << 20, `fileTooBig:${maxMegabytes}`)
	return z.array(file).max(maxFiles, `tooManyFiles:${maxFiles}`).default([])
}

/** In a schema: makes sending a form twice the same as sending it once. */
export const submissionId = z.uuid().optional()

/** For the loader of a page with a form. A stranger's page is shown to many, so it carries none. */
export const newSubmissionId = (person: { personId: string } | null) =>
	person ? crypto.randomUUID() : undefined

function cleanedOf(given: FormData | URLSearchParams): FormData | URLSearchParams | undefined {
	const fields = given instanceof FormData ? new FormData() : new URLSearchParams()
	let count = 0
	for (const [name, value] of given) {
		// Words with a meaning to conform or to JavaScript itself are no names of fields.
		if (name.includes('__') || name === 'constructor' || name === 'prototype') continue
		if (++count > MOST_FIELDS || (typeof value === 'string' && value.length > LONGEST_FIELD)) return undefined
		if (typeof value === 'string') fields.append(name, cleaned(value))
		else if (fields instanceof FormData && (value.size > 0 || value.name)) fields.append(name, value)
	}
	return fields
}

let uploading = 0

async function bodyOf(request: Request): Promise<FormData> {
	const weight = request.headers.get('Content-Type')?.startsWith('multipart/')
		? Number(request.headers.get('Content-Length') ?? 0)
		: 0
	if (uploading + weight > MOST_UPLOADING) {
		throw new Response(null, { status: 503, headers: { 'Retry-After': '10' } })
	}
	uploading += weight
	try {
		return await request.formData()
	} catch (error) {
		if (request.signal.aborted || error instanceof TypeError) throw new Response(null, { status: 400 })
		throw error
	} finally {
		uploading -= weight
	}
}
