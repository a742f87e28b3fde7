import { data } from '@remix-run/node'
import type { FormReply } from '#app/forms/form-reply.ts'

/** The form comes back as it was, with the time to wait. */
export function tooOften(refuse: (refusal: string) => FormReply, seconds: number) {
	return data(
		{ form: refuse(`often:${seconds}`) },
		{ status: 429, headers: { 'Retry-After': String(seconds) } },
	)
}
