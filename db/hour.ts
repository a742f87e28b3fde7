import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from './columns.ts'
import { engine } from './engine.ts'

/** The hours that had gone by since 1970 at a moment: to group by. */
export const hourNumber = (moment: AnyColumn): SQL<number> =>
	(engine === 'postgres'
		? sql`floor(extract(epoch from ${moment}) / 3600)`
		: sql`${moment} / 3600000`
	).mapWith(Number)
