import { eq } from 'drizzle-orm'
import type { Addressed } from '#app/people/find.server.ts'
import { hashPassword } from '#app/people/password.server.ts'
import { people } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'

export const SECRET_KEY = 'a secret key that only the tests know'
export const PASSWORD = 'a river runs through it'

let made = 0

/** Somebody with a confirmed address; the test names only what matters. */
export async function aPerson(
	store: Store,
	over: Partial<typeof people.$inferInsert> = {},
): Promise<Addressed> {
	const email = over.email ?? `person${++made}@example.org`
	const [person] = await store.write('people', async (tx) =>
		tx
			.insert(people)
			.values({
				id: crypto.randomUUID(),
				email,
				emailFolded: email.toLowerCase(),
				emailConfirmedAt: new Date('2026-01-01T00:00:00Z'),
				fullName: 'Айгүл Сұлтанова',
				language: 'en',
				assuranceLevel: 1,
				createdAt: new Date('2026-01-01T00:00:00Z'),
				...over,
			})
			.returning(),
	)
	return { ...person!, email }
}

export const withPassword = async () => ({ passwordHash: await hashPassword(PASSWORD) })

/** The letters written to an address, oldest first. */
export const lettersTo = async (store: Store, email: string) =>
	(await store.readOwn.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(outbox.number)).map(
		({ notice, values }) => ({ notice, values: values as Record<string, string> }),
	)

/** The code in the newest letter to an address. */
export async function codeFor(store: Store, email: string): Promise<string> {
	const letters = await lettersTo(store, email)
	return letters.filter(({ values }) => values.code).at(-1)?.values.code ?? 'none'
}

/** Another code than the right one. */
export const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
