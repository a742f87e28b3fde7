import { eq } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { tenures } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'

/** Who held the office on the day. What they wrote or signed stays theirs after they have gone. */
export async function holderOn(read: Reader, officeId: string, day: Day): Promise<string | null> {
	const held = await read.select().from(tenures).where(eq(tenures.officeId, officeId))
	const tenure = held.find((one) => one.from <= day && (one.until === null || day <= one.until))
	return tenure?.officialId ?? null
}
