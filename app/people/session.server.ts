import { redirect } from '@remix-run/node'
import { Cookie } from 'lucia'
import { factorsHad } from '#app/factors/find.server.ts'
import { DEFAULT_LANGUAGE, isLanguage, languageFor, languageOfPath } from '#app/i18n/languages.ts'
import { isOfficePath, newFactorPagePath, signInFactorPath, signInPath } from '#app/links.ts'
import { forbidden } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'
import type { Role } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { SESSION_COOKIE } from '#server/page-cache.ts'
import { type Actor, deskBodies, STRANGER } from './actor.ts'
import { alertOwner } from './alert.server.ts'
import { isDemoEmail } from './demo.ts'
import { DEVICE_COOKIE, deviceMarkOf, knownDevice, rememberDevice } from './device.server.ts'
import { deviceOf } from './device.ts'
import { personById } from './find.server.ts'
import {
	closeOneSession,
	closeOtherSessions,
	closeSession,
	extendSession,
	markFactor,
	openSession,
	ownerOf,
	type SessionOwner,
	type Shown,
	sessionsOf,
	shownIn,
} from './session-rows.server.ts'
import type { SignedIn } from './signed-in.ts'

const SIXTY_DAYS = 60 * 24 * 60 * 60
const A_YEAR = 365 * 24 * 60 * 60
const AN_HOUR_MS = 60 * 60_000

// A layout and its page ask at the same moment, each with a request object of its own.
const underway = new Map<string, Promise<Known>>()
const known = new WeakMap<Request, Promise<Known>>()

/** Whose session it is, and whether they have still to show the second factor that they have. */
type Known = { person: SignedIn; half: boolean } | null

/** Who is signed in, with the roles held at this moment. */
export async function personOf(request: Request, now = new Date()): Promise<SignedIn | null> {
	const found = await knownBy(request, now)
	return found && !found.half ? found.person : null
}

/** Who has shown the first factor of two: they are nobody yet, except to the page that asks for the second. */
export async function halfSignedIn(request: Request, now = new Date()): Promise<SignedIn | null> {
	const found = await knownBy(request, now)
	return found?.half ? found.person : null
}

/** As `personOf`, of whoever signs or files without a page: from the cookies as they came. */
export async function signerOfCookies(cookies: string, now: Date) {
	const id = sessionIdIn(cookies)
	const { readOwn } = await store()
	const owner = id ? await ownerOf(readOwn, id, now) : undefined
	// That the session was used is written down by the page that they come to next.
	if (!owner || isHalf(owner)) return null
	return { personId: owner.person.id, level: owner.level, known: owner.person }
}

function knownBy(request: Request, now: Date): Promise<Known> {
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

/**
 * Sends whoever is not signed in to sign in, and back to this page afterwards; and whoever works in the name
 * of a body and has no second factor to set one up, before the first page of that work.
 */
export async function requirePerson(request: Request): Promise<SignedIn> {
	const person = await personOf(request)
	const { pathname, search } = new URL(request.url)
	if (person && !(person.waitsForFactor && isOfficePath(pathname))) return person
	const language = languageOfPath(pathname) ?? languageFor(request.headers)
	const next = withoutData(pathname) + search
	if (person) throw redirect(newFactorPagePath(language, next))
	throw redirect(
		(await halfSignedIn(request)) ? signInFactorPath(language, { next }) : signInPath(language, { next }),
	)
}

/** For pages of those who hold one of these roles, in whichever body; which body, the acts and reads ask. */
export async function requireRole(request: Request, ...roles: readonly Role[]): Promise<SignedIn> {
	const person = await requirePerson(request)
	if (!person.roles.some(({ role }) => roles.includes(role))) throw forbidden()
	return person
}

/** When and how whoever asks showed who they are. */
export async function shownOf(request: Request) {
	const id = sessionIdOf(request)
	const { readOwn } = await store()
	return id ? shownIn(readOwn, id) : undefined
}

/** Gives the cookies to set, and whether a second factor has still to be shown. What was open here before is ended. */
export async function startSession(
	request: Request,
	personId: string,
	shown: Shown = { level: 1, proof: 'password' },
	now = new Date(),
): Promise<{ headers: Headers; half: boolean }> {
	const before = sessionIdOf(request)
	const mark = deviceMarkOf(request)
	const device = deviceOf(request.headers.get('User-Agent'))
	const { write } = await store()
	const { id, half } = await write(`person:${personId}`, async (tx) => {
		const closed = before ? await closeSession(tx, before) : undefined
		const own = closed?.personId === personId ? closed : undefined
		const factorAt = shown.factorAt ?? own?.factorAt ?? null
		const { passkeys, totps } = await factorsHad(tx, personId)
		const half = factorAt === null && passkeys + totps > 0
		// A password alone makes no browser known, or each new one would bring tries of its own for the second factor.
		const isKnown = half
			? await knownDevice(tx, request, personId)
			: await rememberDevice(tx, { mark, personId, now })
		if (!isKnown) await tellOfDevice(tx, { device, personId, now })
		// The session is as old as it was, and opened as it was.
		const { createdAt, proof } = (shown.first && own) || { createdAt: now, proof: shown.proof }
		const { level } = shown
		const id = await openSession(tx, { personId, device, level, proof, factorAt, createdAt, now })
		return { id, half }
	})
	const headers = new Headers({ 'Set-Cookie': cookie(SESSION_COOKIE, id, SIXTY_DAYS) })
	headers.append('Set-Cookie', cookie(DEVICE_COOKIE, mark, A_YEAR))
	return { headers, half }
}

/** The person, after they have shown a second factor. */
export async function factorShown(request: Request, person: SignedIn, now: Date): Promise<SignedIn> {
	const id = sessionIdOf(request)
	const { personId } = person
	const { write } = await store()
	if (id)
		await write(`person:${personId}`, async (tx) => {
			await markFactor(tx, id, now)
			await rememberDevice(tx, { mark: deviceMarkOf(request), personId, now })
		})
	return { ...person, factorUntil: until(now) }
}

/** Gives the cookie that takes the session out of the browser. */
export async function endSession(request: Request): Promise<string> {
	const id = sessionIdOf(request)
	if (id) {
		const { write } = await store()
		await write(`session:${id}`, (tx) => closeSession(tx, id))
	}
	return cookie(SESSION_COOKIE, '', 0)
}

/** The sessions of whoever asks, and which of them this is. */
export async function ownSessions(request: Request, personId: string, now = new Date()) {
	const { readOwn } = await store()
	return sessionsOf(readOwn, { personId, now, id: sessionIdOf(request) ?? '' })
}

/** Signs the person out where the session of this key on their list runs. */
export async function endOneSession(personId: string, key: string): Promise<void> {
	const { write } = await store()
	await write(`person:${personId}`, (tx) => closeOneSession(tx, personId, key))
}

/** Signs the person out on all devices but this one. */
export async function endOtherSessions(request: Request, personId: string): Promise<void> {
	const id = sessionIdOf(request) ?? ''
	const { write } = await store()
	await write(`person:${personId}`, (tx) => closeOtherSessions(tx, personId, id))
}

async function readPerson(id: string, now: Date): Promise<Known> {
	const { readOwn, write } = await store()
	const owner = await ownerOf(readOwn, id, now)
	if (!owner) return null
	const { extendTo } = owner
	if (extendTo) await write(`session:${id}`, (tx) => extendSession(tx, id, { expiresAt: extendTo, now }))
	return { person: signedIn(owner), half: isHalf(owner) }
}

const isHalf = ({ hasFactor, factorAt, person }: SessionOwner) => hasFactor && !factorAt && !isShared(person)

function signedIn({ person, roles: held, level, ...session }: SessionOwner): SignedIn {
	const shared = isShared(person)
	const factorAt = shared ? FAR_AHEAD : session.factorAt
	// The one door of all acts in the name of a body: without a second factor the roles stay outside.
	const roles = factorAt ? held : []
	return {
		personId: person.id,
		roles,
		level,
		name: person.fullName,
		desk: deskBodies({ roles: held }).length > 0,
		language: isLanguage(person.language) ? person.language : DEFAULT_LANGUAGE,
		email: person.email,
		assuranceLevel: person.assuranceLevel,
		emailConfirmed: person.emailConfirmedAt !== null,
		factorUntil: factorAt ? until(factorAt) : undefined,
		waitsForFactor: held.length > 0 && !factorAt,
		signedInUntil: until(session.signedInAt),
		shared,
	}
}

const until = (shown: Date) => new Date(shown.getTime() + configuration().STEP_UP_MINUTES * 60_000)

/** Everybody signs in to these, so nobody can have their second factor: it counts as shown, and the page says so. */
const isShared = ({ email }: { email: string | null }) =>
	configuration().DEMO && !configuration().production && email !== null && isDemoEmail(email)

const FAR_AHEAD = new Date('9999-01-01T00:00:00Z')

/** A letter to the owner when somebody signs in with a browser that they have not used before. */
async function tellOfDevice(
	tx: Writer,
	{ device, personId, now }: { device: string | null; personId: string; now: Date },
): Promise<void> {
	const person = await personById(tx, personId)
	// Whoever has just made the account knows.
	if (!person || isShared(person) || now.getTime() < person.createdAt.getTime() + AN_HOUR_MS) return
	await alertOwner(tx, personId, {
		notice: 'new-device',
		path: '/account/sessions',
		values: { device },
		now,
	})
}

const sessionIdOf = (request: Request) => sessionIdIn(request.headers.get('Cookie') ?? '')

const SESSION_ID = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([a-z0-9]{20,64})(?:;|$)`)

const sessionIdIn = (cookies: string): string | undefined => SESSION_ID.exec(cookies)?.[1]

function cookie(name: string, value: string, maxAge: number): string {
	const { production } = configuration()
	return new Cookie(name, value, {
		httpOnly: true,
		sameSite: 'lax',
		secure: production,
		path: '/',
		maxAge,
	}).serialize()
}

/** What scripts ask for is the page with `.data` after it; it is the page that one comes back to. */
const withoutData = (pathname: string) => pathname.replace(/(?:\/_root)?\.data$/, '')
