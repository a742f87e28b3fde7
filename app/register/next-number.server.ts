import { sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { numberSequences } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { registerNumber } from './number.ts'

/** The next number of the body in the year. It is given back when the act is undone, so there is no gap. */
export async function nextNumber(tx: Writer, bodyCode: string, year: number): Promise<string> {
	const [sequence] = await nextOf(tx).execute({ bodyCode, year })
	if (!sequence) throw new Error('no number given')
	return registerNumber(bodyCode, year, sequence.last)
}

const nextOf = prepared((tx: Writer) =>
	tx
		.insert(numberSequences)
		.values({ bodyCode: sql.placeholder('bodyCode'), year: sql.placeholder('year'), last: 1 })
		.onConflictDoUpdate({
			target: [numberSequences.bodyCode, numberSequences.year],
			set: { last: sql`${numberSequences.last} + 1` },
		})
		.returning({ last: numberSequences.last }),
)
