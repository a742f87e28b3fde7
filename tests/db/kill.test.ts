import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { asc } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { openStore } from '#db/store.ts'
import { addEntry, entries, ledgerDatabase } from './ledger.ts'

const running = new Set<ChildProcess>()
afterEach(() => {
	for (const child of running) child.kill('SIGKILL')
	running.clear()
})

/** Lets writers write until `enough` is acknowledged, kills them, and returns what was acknowledged. */
async function writeAndKill(url: string, { processes, enough }: { processes: number; enough: number }) {
	const acknowledged: number[] = []
	let reached = () => {}
	const done = new Promise<void>((resolve) => {
		reached = resolve
	})
	const children = Array.from({ length: processes }, () => {
		const child = spawn(process.execPath, ['--import', 'tsx', 'tests/db/writer.ts', '8'], {
			env: { ...process.env, DATABASE_URL: url },
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		running.add(child)
		let rest = ''
		child.stdout.on('data', (chunk: Buffer) => {
			const lines = (rest + chunk).split('\n')
			rest = lines.pop() ?? ''
			acknowledged.push(...lines.map(Number))
			if (acknowledged.length >= enough) reached()
		})
		return child
	})
	await done
	await Promise.all(
		children.map(async (child) => {
			const closed = once(child, 'close')
			child.kill('SIGKILL')
			await closed
			running.delete(child)
		}),
	)
	return acknowledged
}

test('what was acknowledged is there after SIGKILL, and numbers have no gap and no twin', async () => {
	const url = await ledgerDatabase()
	const acknowledged: number[] = []
	for (const enough of [30, 100, 60])
		acknowledged.push(...(await writeAndKill(url, { processes: 2, enough })))

	const store = await openStore(url)
	// Waits for whatever the database itself is still doing for the dead.
	const last = await store.write('a', (tx) => addEntry(tx, 'a'))
	const rows = await store.readOwn
		.select({ number: entries.number })
		.from(entries)
		.orderBy(asc(entries.number))
	const kept = rows.map((row) => row.number)
	await store.close()

	expect(kept).toEqual(Array.from({ length: last }, (_, at) => at + 1))
	expect(new Set(acknowledged).size).toBe(acknowledged.length)
	const there = new Set(kept)
	expect(acknowledged.filter((number) => !there.has(number))).toEqual([])
}, 60_000)
