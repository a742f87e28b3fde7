import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { INQUIRY_ACTS } from '#app/inquiries/inquiry.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { inquiryActs } from './inquiry-acts.ts'
import { officeActs } from './office-acts.ts'
import { postActs } from './post-acts.ts'
import { actorCalled, EVERYBODY, type Row } from './who.ts'

const rows: readonly Row[] = [...inquiryActs, ...postActs, ...officeActs]

test.each(rows)('$name is done by exactly those whose act it is', async (row) => {
	const world = await aWorld()
	const expected = EVERYBODY.map((who) => [who, row.allowed.includes(who) ? 'done' : 'not-allowed'])
	expect(Object.fromEntries(await everybodyTries(world, row))).toEqual(Object.fromEntries(expected))
	await world.store.close()
})

test('every act to a question has its row', () => {
	expect([...new Set(inquiryActs.map(({ act }) => act))].sort()).toEqual([...INQUIRY_ACTS].sort())
})

test('every function that turns somebody away has its row', () => {
	expect(rows.map(({ name }) => name).sort()).toEqual(guardedActs().sort())
})

/** Each finds the matter as it was: what the one before did is undone. */
async function everybodyTries(world: World, row: Row): Promise<[string, string][]> {
	const ready = await row.arrange(world)
	const tried: [string, string][] = []
	for (const who of EVERYBODY) {
		const undone = new Error('undone')
		let said = ''
		const attempt = world.store.write('matrix', async (tx) => {
			const outcome = await ready.attempt(tx, actorCalled(who, world, ready))
			said = outcome.ok ? 'done' : outcome.refusal
			throw undone
		})
		await attempt.catch((error: unknown) => {
			if (error !== undone) throw error
		})
		tried.push([who, said])
	}
	return tried
}

/** The exported functions of `app` that write and ask who is acting, found in their source. */
function guardedActs(): string[] {
	const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.server.ts'))
		.map((path) => readFileSync(join('app', path), 'utf8'))
	return sources.flatMap((source) =>
		source
			.split(/^export /m)
			.filter((declared) => /\b(openCase|openPost)\(tx, '|refused\('not-allowed'\)/.test(declared))
			.flatMap((declared) => declared.match(/^async function (\w+)\(\s*tx: Writer/)?.[1] ?? []),
	)
}
