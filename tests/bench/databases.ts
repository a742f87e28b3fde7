import { createHash } from 'node:crypto'
import {
	constants,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, like } from 'drizzle-orm'
import { Client } from 'pg'
import { saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { submitInquiry } from '#app/inquiries/submit.server.ts'
import { openSession } from '#app/people/session-rows.server.ts'
import { DATABASE_URL, engine } from '#db/engine.ts'
import { posts } from '#db/schema/blogs.ts'
import { people } from '#db/schema/people.ts'
import { background, places } from '#db/seed/content/background.ts'
import { replies } from '#db/seed/content/replies.ts'
import { seedDemo } from '#db/seed/demo.ts'
import { seedMany } from '#db/seed/many.ts'
import { openStore, type Store } from '#db/store.ts'
import { rate, say } from './report.ts'
import { SECRET_KEY } from './site.ts'

/** Gone when the bench ends. */
export const folder = mkdtempSync(join(tmpdir(), 'jauap-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.env.DATA_DIR = folder

const onPostgres = new Map<number, Promise<string>>()

/**
 * The demo and so many ordinary questions, on the engine of DATABASE_URL. A large one takes minutes to make, so a file
 * of it is kept for the day; a database of PostgreSQL is kept as long as the bench runs.
 */
export function databaseOf(count: number): Promise<string> {
	if (engine === 'sqlite') return fileOf(count)
	const known = onPostgres.get(count) ?? emptyDatabase(`with_${count}`).then((url) => filled(url, count))
	onPostgres.set(count, known)
	return known
}

async function fileOf(count: number): Promise<string> {
	const kept = count >= 100_000 ? join('data', 'bench') : folder
	const path = join(kept, `${count}-${new Date().toISOString().slice(0, 10)}-${schemaNow()}.db`)
	if (existsSync(path)) return path
	mkdirSync(kept, { recursive: true })
	const made = join(kept, `making-${process.pid}.db`)
	renameSync(await filled(made, count), path)
	return path
}

async function filled(url: string, count: number): Promise<string> {
	const now = new Date()
	await withStore(url, async (store) => {
		await store.migrate()
		await seedDemo(store, { now, secretKey: SECRET_KEY })
	})
	if (count === 0) return url
	const began = performance.now()
	await seedMany({ url, count, now, secretKey: SECRET_KEY })
	const seconds = (performance.now() - began) / 1000
	say(`${count.toLocaleString('en')} questions made`, rate(count / seconds))
	return url
}

/** One of its own, for what changes it. */
export async function copyOf(database: string, purpose: string): Promise<string> {
	if (engine === 'sqlite') {
		const path = join(folder, `${purpose}.db`)
		copyFileSync(database, path, constants.COPYFILE_FICLONE)
		return path
	}
	return emptyDatabase(purpose, new URL(database).pathname.slice(1))
}

export async function dropDatabase(database: string): Promise<void> {
	if (engine === 'sqlite') return rmSync(database)
	await asAdministrator(`drop database ${new URL(database).pathname.slice(1)} with (force)`)
}

/** Changes with the migrations. */
function schemaNow(): string {
	const journal = readFileSync('db/migrations/sqlite/meta/_journal.json')
	return createHash('sha256').update(journal).digest('hex').slice(0, 8)
}

export async function withStore<Result>(
	url: string,
	work: (store: Store) => Promise<Result>,
): Promise<Result> {
	const store = await openStore(url)
	try {
		return await work(store)
	} finally {
		await store.close()
	}
}

/** Puts thirty different questions, each answered, under the first post. */
export async function thirtyUnderPost(store: Store): Promise<{ postId: string; number: string }> {
	const [post] = await store.readOwn
		.select()
		.from(posts)
		.where(and(eq(posts.officeId, 'env-minister'), eq(posts.state, 'published')))
		.limit(1)
	if (!post) throw new Error('the minister has no post')
	const numbers: string[] = []
	for (const [at, seed] of background.slice(1, 31).entries())
		numbers.push(await askAndAnswer(store, post.id, inPlace(seed, at)))
	return { postId: post.id, number: numbers[0] as string }
}

type Ordinary = (typeof background)[number]

function inPlace(seed: Ordinary, at: number): Ordinary {
	const fill = (text: string) =>
		text
			.replaceAll('{n}', String(at + 10))
			.replaceAll('{place}', places[at % places.length]?.[seed.lang] ?? '')
	return { ...seed, subject: fill(seed.subject), text: fill(seed.text) }
}

async function askAndAnswer(store: Store, postId: string, seed: Ordinary): Promise<string> {
	const now = new Date()
	const executor = {
		personId: 'ENV-executor',
		roles: [{ role: 'executor' as const, bodyId: 'ENV' }],
		level: 1,
	}
	const approver = {
		personId: 'ENV-approver',
		roles: [{ role: 'approver' as const, bodyId: 'ENV' }],
		level: 1,
		factorUntil: now,
	}
	return store.write('bench', async (tx) => {
		const { number, proceedingId } = await submitInquiry(tx, {
			profileId: 'KZ',
			kind: 'request',
			channel: 'web',
			visibility: 'public',
			language: seed.lang,
			subject: seed.subject,
			text: seed.text,
			bodyId: 'ENV',
			officeId: 'env-minister',
			postId,
			author: { personId: 'C02', name: 'Гражданин 02', publicName: 'Гражданин 02', assuranceLevel: 1 },
			by: 'author',
			secretKey: SECRET_KEY,
			receivedAt: now,
			now,
		})
		const acting = { proceedingId, actor: executor, now }
		await takeDraft(tx, { ...acting, language: seed.lang, outcome: 'answered' })
		const text = {
			outcome: 'answered',
			language: seed.lang,
			body: replies[seed.lang][seed.text.length % 3] as string,
			reasons: seed.subject,
			law: '89',
			facts: seed.subject,
			appeal: seed.subject,
			publicBody: null,
			redactionReason: null,
			promises: [],
		}
		const saved = await saveDraft(tx, { ...acting, version: 1, text })
		await submitDraft(tx, acting)
		const version = saved.ok ? saved.value.version : 0
		const signed = await signAnswer(tx, { ...acting, actor: approver, version })
		if (!signed.ok) throw new Error(`not signed: ${signed.refusal}`)
		return number
	})
}

/** The cookies of people who are signed in. */
export async function sessionsOf(store: Store, personIds: readonly string[]): Promise<string[]> {
	const now = new Date()
	return store.write('sessions', async (tx) => {
		const ids: string[] = []
		for (const personId of personIds)
			ids.push(await openSession(tx, { personId, level: 2, proof: 'oidc', factorAt: now, now }))
		return ids.map((id) => `jauap_session=${id}`)
	})
}

export async function citizensIn(store: Store, count: number): Promise<string[]> {
	const rows = await store.readOwn
		.select({ id: people.id })
		.from(people)
		.where(like(people.id, 'R%'))
		.limit(count)
	return rows.map(({ id }) => id)
}

/** One that is empty, on the engine of DATABASE_URL. */
export async function emptyDatabase(purpose: string, template = 'template1'): Promise<string> {
	if (engine === 'sqlite') return join(folder, `${purpose}.db`)
	const name = `${purpose}_${process.pid}`
	await asAdministrator(`create database ${name} template ${template}`)
	const url = new URL(DATABASE_URL)
	url.pathname = `/${name}`
	return url.href
}

async function asAdministrator(statement: string): Promise<void> {
	const client = new Client({ connectionString: DATABASE_URL })
	await client.connect()
	await client.query(statement)
	await client.end()
}

/** The demo alone, on the engine of DATABASE_URL. */
export async function demoDatabase(purpose: string): Promise<string> {
	return filled(await emptyDatabase(purpose), 0)
}
