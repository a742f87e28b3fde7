import { type AppLoadContext, data } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { store } from '#app/store.server.ts'
import type { Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { CODE_MINUTES, newCode, spendCode } from './code.server.ts'
import * as fields from './fields.ts'
import type { Person } from './find.server.ts'
import { addressOf, limited } from './limits.server.ts'
import { passwordMatches } from './password.server.ts'
import type { WayToProve } from './prove-again.tsx'
import { shownOf } from './session.server.ts'
import { tooOften } from './too-often.server.ts'

const SENT = z.object({
	intent: z.enum(['code', 'act']),
	currentPassword: fields.password.optional(),
	code: fields.code.optional(),
})

const TEN_MINUTES = 10 * 60_000

/**
 * Whether they have just shown it: a second factor since signing in, or how they signed in: a code from a letter, or a
 * state identity, which is all that somebody without an address has to show.
 */
export async function hasJustProven(request: Request, now: Date): Promise<boolean> {
	const shown = await shownOf(request)
	if (!shown) return false
	const lately = (at: Date | null) => at !== null && now.getTime() - at.getTime() < TEN_MINUTES
	return lately(shown.factorAt) || (shown.proof !== 'password' && lately(shown.createdAt))
}

/** What the page asks for: nothing more, the password, a code, or to sign in anew. */
export async function wayToProve(request: Request, person: Person): Promise<WayToProve> {
	if (await hasJustProven(request, new Date())) return 'proven'
	if (person.passwordHash) return 'password'
	return person.email ? 'code' : 'sign-in'
}

/**
 * For the action of a page that only the person themselves may send: they show again what opens their account, the
 * password or a code from a letter, if they have not just done so. Gives the answer of the page until they have.
 */
export async function provenAgain(request: Request, context: AppLoadContext, person: Person) {
	const form = await readForm(request, SENT)
	if (!form.ok) return { ok: false as const, answer: data({ form: form.reply, sent: false }, 422) }
	const { intent, currentPassword, code } = form.value
	const keys = { account: person.id, address: addressOf(context) }
	const now = new Date()
	if (intent === 'act' && (await hasJustProven(request, now))) return { ok: true as const }
	const { write } = await store()
	const refuse = (refusal: string, field: string) =>
		({ ok: false, answer: data({ form: form.refuse(refusal, field), sent: field === 'code' }, 422) }) as const

	if (intent === 'code') {
		if (!person.email) return refuse('signInAgain', '')
		const allowed = await limited('sendCode', keys)
		if (!allowed.ok) return { ok: false as const, answer: tooOften(form.refuse, allowed.seconds) }
		await write(`person:${person.id}`, (tx) => sendProofCode(tx, person, now))
		return { ok: false as const, answer: data({ form: form.unchanged(), sent: true }) }
	}
	if (code) {
		const allowed = await limited('enterCode', keys)
		if (!allowed.ok) return { ok: false as const, answer: tooOften(form.refuse, allowed.seconds) }
		const { SECRET_KEY: secretKey } = configuration()
		const spent = await write(`person:${person.id}`, (tx) =>
			spendCode(tx, { purpose: 'again', personId: person.id, code, secretKey, now }),
		)
		return spent ? ({ ok: true } as const) : refuse('wrongCode', 'code')
	}
	if (!person.passwordHash && !person.email) return refuse('signInAgain', '')
	if (!currentPassword) return refuse('required', person.passwordHash ? 'currentPassword' : 'code')
	const allowed = await limited('signIn', keys)
	if (!allowed.ok) return { ok: false as const, answer: tooOften(form.refuse, allowed.seconds) }
	const matches = await passwordMatches(person.passwordHash, currentPassword)
	return matches ? ({ ok: true } as const) : refuse('password', 'currentPassword')
}

/** A code to the address of the account, good for one such act. */
async function sendProofCode(tx: Writer, person: Person, now: Date): Promise<void> {
	if (!person.email) return
	const { SECRET_KEY: secretKey } = configuration()
	const { code } = await newCode(tx, { personId: person.id, purpose: 'again', secretKey, now })
	await writeNotice(tx, {
		notice: 'prove-again',
		recipient: person.email,
		language: person.language,
		values: { code, minutes: CODE_MINUTES, path: '/account/data' },
		now,
	})
}
