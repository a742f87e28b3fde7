import { addMonths, dayIn } from '#app/deadlines/day.ts'
import { layFoundation } from '#db/seed/foundation.ts'
import { momentOf, timelineAt, ZONE } from '#db/seed/timeline.ts'
import { openStore } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'

// Run as a program: the bodies and people of the demo, and nothing yet that any of them has done.
const now = new Date()
const store = await openStore(configuration().DATABASE_URL)
await store.migrate()
const since = momentOf(addMonths(dayIn(ZONE, now), -14), '10:00')
await store.write('demo', (tx) => layFoundation(tx, timelineAt(now), since))
await store.close()
