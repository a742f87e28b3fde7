import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'
import { fromHere } from '#tests/journeys/people.ts'

export type Fields = Record<string, string>

const A_QUESTION: Fields = {
	intent: 'file',
	to: 'office:env-minister',
	kind: 'request',
	subject: 'Sent by hand',
	text: 'A form that no page of ours has made.',
	visibility: 'public',
	language: 'en',
}

/** Sends the form for a question as a program would; what is not named is as it should be. */
export function sendQuestion(
	request: APIRequestContext,
	over: Fields = {},
	files: readonly File[] = [],
): Promise<APIResponse> {
	const form = new FormData()
	const fields = { ...A_QUESTION, submissionId: crypto.randomUUID(), ...over }
	for (const [name, value] of Object.entries(fields)) form.append(name, value)
	for (const file of files) form.append('files', file)
	return post(request, '/en/inquiries/new', form)
}

export function post(
	request: APIRequestContext,
	path: string,
	form: FormData | Fields,
	headers: Fields = fromHere(),
): Promise<APIResponse> {
	const body = form instanceof FormData ? { multipart: form } : { form }
	return request.post(path, { ...body, headers, maxRedirects: 0 })
}

/** Files a question and gives the path of its receipt and its number. */
export async function fileQuestion(
	request: APIRequestContext,
	over: Fields = {},
	files: readonly File[] = [],
): Promise<{ receipt: string; number: string; html: string }> {
	const answer = await sendQuestion(request, over, files)
	expect(answer.status(), await answer.text()).toBe(302)
	const receipt = String(answer.headers().location)
	const html = await (await request.get(receipt)).text()
	return { receipt, html, number: String(html.match(/[A-Z]{3}-\d{4}-\d{6}-\d/)?.[0]) }
}
