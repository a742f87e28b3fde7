import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keysForFiling, submitInquiry } from '#app/inquiries/submit.server.ts'
import { openStore } from '#db/store.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'
import { aFiling } from '#tests/support/world.ts'

interface Everything {
	held: Record<string, string[]>
	found: string[]
}

test('a SQLite file moves into PostgreSQL whole, and the register goes on from there', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'jauap-copy-'))
	const file = join(folder, 'jauap.db')
	const postgres = await freshDatabase({ migrated: false })

	const before = JSON.parse(run(file, 'tests/db/everything.ts', 'fill')) as Everything
	run(postgres, 'scripts/copy-to-postgres.ts', file)
	const after = JSON.parse(run(postgres, 'tests/db/everything.ts')) as Everything
	expect(before.held.inquiries).toHaveLength(620)
	expect(before.found).toHaveLength(620)
	expect(after).toEqual(before)

	// A second copy would mix two histories.
	expect(() => run(postgres, 'scripts/copy-to-postgres.ts', file)).toThrow('not empty')

	const store = await openStore(postgres)
	const filing = aFiling()
	const receipt = await store.write(keysForFiling(filing.bodyId), (tx) => submitInquiry(tx, filing))
	expect(receipt.number).toMatch(/^ENV-2026-000621-/)
	await store.close()
	rmSync(folder, { recursive: true })
}, 60_000)

function run(url: string, ...script: string[]) {
	return execFileSync(process.execPath, ['--import', 'tsx', ...script], {
		env: { ...process.env, DATABASE_URL: url },
		encoding: 'utf8',
		stdio: 'pipe',
		maxBuffer: 100_000_000,
	})
}
