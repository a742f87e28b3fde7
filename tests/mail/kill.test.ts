import { expect, test } from 'vitest'
import { openStore } from '#db/store.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'
import { aWorld } from '#tests/support/world.ts'
import { sendAndKill } from './killed.ts'

test('after SIGKILL every message that was acknowledged is there, and each is one question', async () => {
	const database = await freshDatabase()
	await (await aWorld(await openStore(database))).store.close()
	const found = await sendAndKill(database, { kills: 1, between: 30 })
	expect(found.acknowledged).toBeGreaterThanOrEqual(30)
	expect({ lost: found.lost, astray: found.astray }).toEqual({ lost: [], astray: [] })
}, 60_000)
