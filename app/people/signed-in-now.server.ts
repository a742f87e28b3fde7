import { data, redirect } from '@remix-run/node'
import type { Language } from '#app/i18n/languages.ts'
import { homePath, safeReturnPath } from '#app/links.ts'
import { uncarry } from './pending.server.ts'
import { startSession } from './session.server.ts'

interface Arrival {
	personId: string
	language: Language
	carried?: string | null
	next?: string | null
}

/** After signing in: back to the form that was filled in before, else to where the person wanted to go. */
export async function signedInNow(request: Request, { personId, language, carried, next }: Arrival) {
	const headers = { 'Set-Cookie': await startSession(request, personId) }
	const goOn = uncarry(carried)
	if (goOn) return data({ goOn }, { headers })
	throw redirect(next ? safeReturnPath(language, next) : homePath(language), { headers })
}
