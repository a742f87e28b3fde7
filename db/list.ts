import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from './columns.ts'
import { engine } from './engine.ts'

/** `inArray` for a prepared query: whatever their number, the values come as one, made by `listed`. */
export const inList = (column: AnyColumn, name: string): SQL =>
	engine === 'postgres'
		? sql`${column} = any(array(select json_array_elements_text(${sql.placeholder(name)}::json)))`
		: sql`${column} in (select value from json_each(${sql.placeholder(name)}))`

export const listed = (values: readonly string[]): string => JSON.stringify(values)
