import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from '../columns.ts'

/** The condition of a check(): the column holds one of these words. */
export const oneOf = (column: AnyColumn, words: readonly string[]): SQL =>
	sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
