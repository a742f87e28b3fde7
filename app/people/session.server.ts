import { redirect } from '@remix-run/node'
import { Cookie } from 'lucia'
import { DEFAULT_LANGUAGE, isLanguage, languageFor, languageOfPath } from '#app/i18n/languages.ts'
import { signInPath } from '#app/links.ts'
import { forbidden } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'
import type { Role } from '#db/schema/people.ts'
import { configuration } from '#server/configuration.ts'
import { SESSION_COOKIE } from '#server/page-cache.ts'
import { type Actor, deskBodies } from './actor.ts'
import {
	closeAllSessions,
	closeSession,
	extendSession,
	openSession,
	ownerOf,
	type SessionOwner,
} from './session-rows.server.ts'
import type { SignedIn } from './signed-in.ts'

const SIXTY_DAYS = 60 * 24 * 60 * 60

const STRANGER: Actor = { personId: null, roles: [] }

// A layout and its page ask at the same moment, each with a request object of its own.
const underway = new Map<string, Promise<SignedIn | null>>()
const known = new WeakMap<Request, Promise<SignedIn | null>>()

/** Who is signed in, with the roles held at this moment. */
export function personOf(request: Request, now = new Date()): Promise<SignedIn | null> {
	const id = sessionIdOf(request)
	if (!id) return Promise.resolve(null)
	const before = known.get(request)
	if (before) return before
	const asked = underway.get(id) ?? readPerson(id, now).finally(() => underway.delete(id))
	underway.set(id, asked)
	known.set(request, asked)
	return asked
}

export async function actorOf(request: Request): Promise<Actor> {
	return (await personOf(request)) ?? STRANGER
}

/** Sends whoever is not signed in to sign in, and back to this page afterwards. */
export async function requirePerson(request: Request): Promise<SignedIn> {
	const person = await personOf(request)
	if (person) return person
	const { pathname, search } = new URL(request.url)
	const language = languageOfPath(pathname) ?? languageFor(request.headers)
	throw redirect(signInPath(language, { next: withoutData(pathname) + search }))
}

/** For pages of those who hold one of these roles, in whichever body; which body, the acts and reads ask. */
export async function requireRole(request: Request, ...roles: readonly Role[]): Promise<SignedIn> {
	const person = await requirePerson(request)
	if (!person.roles.some(({ role }) => roles.includes(role))) throw forbidden()
	return person
}

/** Gives the cookie to set. What the browser was signed in with before is ended. */
export async function startSession(request: Request, personId: string, now = new Date()): Promise<string> {
	const before = sessionIdOf(request)
	const { write } = await store()
	const id = await write(`person:${personId}`, async (tx) => {
		if (before) await closeSession(tx, before)
		return openSession(tx, { personId, now })
	})
	return cookie(id, SIXTY_DAYS)
}

/** Gives the cookie that takes the session out of the browser. */
export async function endSession(request: Request): Promise<string> {
	const id = sessionIdOf(request)
	if (id) {
		const { write } = await store()
		await write(`session:${id}`, (tx) => closeSession(tx, id))
	}
	return cookie('', 0)
}

/** Signs the person out everywhere, here too. */
export async function endAllSessions(personId: string): Promise<string> {
	const { write } = await store()
	await write(`person:${personId}`, (tx) => closeAllSessions(tx, personId))
	return cookie('', 0)
}

async function readPerson(id: string, now: Date): Promise<SignedIn | null> {
	const { readOwn, write } = await store()
	const owner = await ownerOf(readOwn, id, now)
	if (!owner) return null
	const { extendTo } = owner
	if (extendTo) await write(`session:${id}`, (tx) => extendSession(tx, id, extendTo))
	return signedIn(owner)
}

function signedIn({ person, roles }: SessionOwner): SignedIn {
	return {
		personId: person.id,
		roles,
		name: person.fullName,
		desk: deskBodies({ personId: person.id, roles }).length > 0,
		language: isLanguage(person.language) ? person.language : DEFAULT_LANGUAGE,
		email: person.email,
		assuranceLevel: person.assuranceLevel,
		emailConfirmed: person.emailConfirmedAt !== null,
	}
}

function sessionIdOf(request: Request): string | undefined {
	const cookies = request.headers.get('Cookie')
	return cookies?.match(new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([a-z0-9]{20,64})(?:;|$)`))?.[1]
}

function cookie(value: string, maxAge: number): string {
	const { production } = configuration()
	return new Cookie(SESSION_COOKIE, value, {
		httpOnly: true,
		sameSite: 'lax',
		secure: production,
		path: '/',
		maxAge,
	}).serialize()
}

/** What scripts ask for is the page with `.data` after it; it is the page that one comes back to. */
const withoutData = (pathname: string) => pathname.replace(/(?:\/_root)?\.data$/, '')
