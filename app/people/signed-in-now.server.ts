import { data, redirect } from '@remix-run/node'
import type { Language } from '#app/i18n/languages.ts'
import { homePath, safeReturnPath, signInFactorPath } from '#app/links.ts'
import { uncarry } from './pending.server.ts'
import { startSession } from './session.server.ts'
import type { Shown } from './session-rows.server.ts'

interface Arrival {
	personId: string
	language: Language
	shown?: Shown
	carried?: string | null
	next?: string | null
}

/** After signing in: back to the form that was filled in before, else to where the person wanted to go. */
export async function signedInNow(request: Request, { personId, language, shown, carried, next }: Arrival) {
	const { headers, half } = await startSession(request, personId, shown)
	const goOn = uncarry(carried)
	if (half) {
		// The form that was filled in before goes along to the page that asks for the second factor.
		const step = signInFactorPath(language, { next: next ?? undefined })
		if (goOn)
			return data({ goOn: { to: step, values: { intent: 'show', carried: String(carried) } } }, { headers })
		throw redirect(step, { headers })
	}
	if (goOn) return data({ goOn }, { headers })
	throw redirect(next ? safeReturnPath(language, next) : homePath(language), { headers })
}
