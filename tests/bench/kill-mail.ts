// Letters are sent without pause to a listener that is killed ten times without warning. Afterwards every letter that
// was acknowledged is there byte for byte, and each is one question.
//   npx tsx tests/bench/kill-mail.ts                                     on SQLite
//   npm run with-postgres -- npx tsx tests/bench/kill-mail.ts            on PostgreSQL
import { engine } from '#db/engine.ts'
import { openStore } from '#db/store.ts'
import { sendAndKill } from '#tests/mail/killed.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'
import { aWorld } from '#tests/support/world.ts'

const database = await freshDatabase()
await (await aWorld(await openStore(database))).store.close()
const { acknowledged, kept, lost, astray } = await sendAndKill(database, { kills: 10, between: 200 })
console.log(
	`${engine}: killed 10 times, ${acknowledged} letters acknowledged, ${kept} kept, ` +
		`${lost.length} lost, ${astray.length} not placed once`,
)
process.exit(lost.length + astray.length > 0 ? 1 : 0)
