import type { Actor } from '#app/people/actor.ts'
import { foldEmail } from '#app/people/email.ts'
import { identifierIn } from '#app/people/identifier.ts'
import { identifierHash } from '#app/people/identify.server.ts'
import { hashPassword } from '#app/people/password.server.ts'
import { identities, people, type Role, roles } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { FICTIONAL_PEOPLE } from '#server/fictional-people.ts'
import { askers, members, staff } from './content/people.ts'
import type { Lang, Words } from './content/types.ts'

/** Of every person of the demo. Their addresses lead nowhere, and the demo is never public. */
export const DEMO_PASSWORD = 'jauap-demo'

/** Somebody who asks. */
export interface Citizen {
	id: string
	name: string
	email: string
	lang: Lang
}

/** As the demo's state identity knows Citizen 01. */
const CITIZEN_01 = String(identifierIn('KZ', String(FICTIONAL_PEOPLE.at(-1)?.identifier)))

/** People who only join what others asked. */
const RESIDENTS = 213
const RESIDENT: Words = { kk: 'Тұрғын', ru: 'Житель', en: 'Resident' }
const LANGS: readonly Lang[] = ['kk', 'kk', 'ru']

export const citizens: ReadonlyMap<string, Citizen> = new Map(
	askers.map(({ key, names, email, lang }) => [key, { id: key, name: names[lang], email, lang }]),
)

const residents: readonly Citizen[] = Array.from({ length: RESIDENTS }, (_, at) => {
	const lang = LANGS[at % LANGS.length] as Lang
	const number = String(at + 1).padStart(3, '0')
	return {
		id: `R${number}`,
		name: `${RESIDENT[lang]} ${number}`,
		email: `resident${number}@demo.example`,
		lang,
	}
})

/** Who joins the questions of others: also the one whom a visitor of the demo becomes. */
export const joining: readonly Citizen[] = [citizens.get('C01') as Citizen, ...residents]

/** The officials of the demo come with a second factor shown. */
const ALWAYS = new Date('9999-01-01T00:00:00Z')

/** As whom each member of a desk acts: `ENV-clerk`. */
export const actors: ReadonlyMap<string, Actor> = new Map<string, Actor>([
	...members.map(({ key, body, role }): [string, Actor] => [
		key,
		{ personId: key, roles: [{ role, bodyId: body }], level: 1, factorUntil: ALWAYS },
	]),
	...staff.map(({ role }): [string, Actor] => [
		role,
		{ personId: role, roles: [{ role, bodyId: null }], level: 1, factorUntil: ALWAYS },
	]),
])

/** Everybody with a confirmed address and the one password. */
export async function addPeople(tx: Writer, since: Date): Promise<void> {
	const passwordHash = await hashPassword(DEMO_PASSWORD)
	const desks = [
		...members.map(({ key, names, email, body, role }) => ({
			id: key,
			name: names.kk,
			email,
			role,
			bodyId: body,
		})),
		...staff.map(({ names, email, role }) => ({ id: role, name: names.kk, email, role, bodyId: null })),
	]
	const everybody = [
		...citizens.values(),
		...residents,
		...desks.map((member) => ({ ...member, lang: 'kk' as const })),
	]
	await tx.insert(people).values(
		everybody.map(({ id, name, email, lang }) => ({
			id,
			email,
			emailFolded: foldEmail(email),
			emailConfirmedAt: since,
			passwordHash,
			fullName: name,
			language: lang,
			// Whom a visitor becomes is known to the demo's state identity too.
			...(id === 'C01' ? { identifierHash: identifierHash(CITIZEN_01) } : {}),
			assuranceLevel: citizens.has(id) || residents.some((one) => one.id === id) ? 2 : 1,
			createdAt: since,
		})),
	)
	await tx.insert(identities).values(
		[...citizens.values(), ...residents].map(({ id }) => ({
			id: crypto.randomUUID(),
			personId: id,
			kind: 'oidc' as const,
			provider: 'demo',
			level: 2,
			region: 'KZ-75',
			linkedAt: since,
			lastUsedAt: since,
		})),
	)
	await tx.insert(roles).values(
		desks.map(({ id, role, bodyId }) => ({
			id: `role-${id}`,
			personId: id,
			role: role as Role,
			bodyId,
			grantedAt: since,
		})),
	)
}
