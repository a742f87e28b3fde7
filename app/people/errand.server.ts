import { Cookie } from 'lucia'
import type { Language } from '#app/i18n/languages.ts'
import { configuration } from '#server/configuration.ts'
import type { Handshake } from './oidc.server.ts'
import { seal, unseal } from './sealed.server.ts'
import { WAITING_MINUTES, type WaitingPlace } from './waiting-form.server.ts'

/** One going to a provider and coming back. It is bound to the browser it began in, and to who was signed in. */
export interface Errand extends Handshake {
	provider: string
	language: Language
	/** Whose account gets the proof; null to sign in. */
	personId: string | null
	next: string | null
	/** What was filled in before. */
	form: WaitingPlace | null
}

const SIXTY_MINUTES = WAITING_MINUTES * 60

/** Each has a cookie of its own: somebody may go there from two windows. */
const nameOf = (state: string) => `jauap_errand_${state.replace(/[^\w-]/g, '').slice(0, 16)}`

export function errandCookie(errand: Errand, now = new Date()): string {
	const { SECRET_KEY: secretKey } = configuration()
	const until = new Date(now.getTime() + SIXTY_MINUTES * 1000)
	return cookie(errand.state, seal(errand, { purpose: 'errand', secretKey, until }), SIXTY_MINUTES)
}

export const endErrand = ({ state }: Errand): string => cookie(state, '', 0)

/** The errand that this browser began under this state. */
export function errandOf(request: Request, state: string | null, now = new Date()): Errand | undefined {
	if (!state) return undefined
	const name = `${nameOf(state)}=`
	const cookies = request.headers.get('Cookie')?.split(/;\s*/) ?? []
	const value = cookies.find((one) => one.startsWith(name))?.slice(name.length)
	if (!value) return undefined
	const opened = unseal(value, { purpose: 'errand', secretKey: configuration().SECRET_KEY, now })
	const errand = opened as Errand | undefined
	return errand?.state === state ? errand : undefined
}

function cookie(state: string, value: string, maxAge: number): string {
	const { production } = configuration()
	return new Cookie(nameOf(state), value, {
		httpOnly: true,
		// The provider sends people back from its own site.
		sameSite: 'lax',
		secure: production,
		path: '/',
		maxAge,
	}).serialize()
}
