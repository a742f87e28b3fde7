import { createHash } from 'node:crypto'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { openTally } from '#app/signing/take.server.ts'
import { insertRows } from '#db/insert.ts'
import { people, sessions } from '#db/schema/people.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Store } from '#db/store.ts'
import { request } from './load.ts'

/** A petition that collects, and people who have signed in and may sign it. */
export interface Crowd {
	petitionId: number
	number: string
	/** The cookie of each. */
	cookies: string[]
}

const DAY_MS = 24 * 60 * 60_000

/** So many people of this level, each signed in, and a petition that wants this level. */
export async function aCrowd(
	store: Store,
	{ count, level }: { count: number; level: 1 | 2 | 3 },
): Promise<Crowd> {
	const now = new Date()
	const made = `${level}${process.pid}${Math.round(performance.now())}`
	const { petitionId, number } = await aCollecting(store, level)
	const cookies: string[] = []
	for (let at = 0; at < count; at += 2000)
		await store.write('crowd', async (tx) => {
			const some = Array.from({ length: Math.min(2000, count - at) }, (_, n) => at + n)
			await insertRows(
				tx,
				people,
				some.map((n) => ({
					id: `crowd-${made}-${n}`,
					email: `crowd${made}.${n}@demo.example`,
					emailFolded: `crowd${made}.${n}@demo.example`,
					emailConfirmedAt: now,
					fullName: `Үлгі Сынақ ${n}`,
					language: 'kk',
					assuranceLevel: level,
					identifierHash: `human-${made}-${n}`,
					createdAt: now,
				})),
			)
			await insertRows(
				tx,
				sessions,
				some.map((n) => {
					const id = `session${made}x${n}`.padEnd(24, 'a')
					cookies.push(`jauap_session=${id}`)
					return {
						id: createHash('sha256').update(id).digest('hex'),
						personId: `crowd-${made}-${n}`,
						expiresAt: new Date(now.getTime() + 14 * DAY_MS),
						createdAt: now,
						seenAt: now,
						level,
						proof: level > 1 ? ('oidc' as const) : ('password' as const),
					}
				}),
			)
		})
	return { petitionId, number, cookies }
}

async function aCollecting(store: Store, level: number) {
	const now = new Date()
	return store.write('petition', async (tx) => {
		const number = `P-${now.getUTCFullYear()}-9${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}-0`
		const [petition] = await tx
			.insert(petitions)
			.values({
				number,
				state: 'open',
				bodyId: 'ENV',
				language: 'ru',
				authorName: 'Автор',
				publicAuthor: 'А.',
				profileId: 'KZ',
				profileVersion: 'bench',
				competence: 'central',
				thresholds: [{ key: 'national', needed: 50_000 }],
				signatureLevel: level,
				createdAt: now,
				updatedAt: now,
				publishedAt: now,
				collectsUntil: new Date(now.getTime() + 60 * DAY_MS).toISOString().slice(0, 10),
				closesAt: new Date(now.getTime() + 60 * DAY_MS),
			})
			.returning({ id: petitions.id })
		if (!petition) throw new Error('no petition was made')
		const text = {
			title: 'Петиция для замеров',
			substance: 'Прошу измерить.',
			html: '<p>Прошу измерить.</p>',
		}
		await tx
			.insert(petitionTexts)
			.values({ petitionId: petition.id, language: 'ru', ...text, updatedAt: now })
		await openTally(tx, petition.id)
		return { petitionId: petition.id, number }
	})
}

const REGIONS = regionsOf('KZ')

/** The form of the page, as a browser sends it. */
export const signature = ({ number, cookies }: Crowd, who: number, origin: string): string =>
	request({
		method: 'POST',
		path: `/kk/petitions/${number}/signature`,
		headers: { Cookie: cookies[who % cookies.length] as string, Origin: origin },
		form: { region: REGIONS[who % REGIONS.length] as string, consent: 'on', show: who % 3 ? '' : 'on' },
	})

/** Says what is wrong with the answer to a signature. */
export const isSigned = ({ status, headers, body }: { status: number; headers: string; body: Buffer }) =>
	status === 303 && /\r\nlocation: \/kk\/petitions\/receipts\//i.test(headers)
		? undefined
		: `not signed: ${status} ${headers.slice(0, 300)} ${body.toString().slice(0, 500)}`
