import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unfollowToken } from '#app/following/unfollow-token.server.ts'

const dataFolder = () => String(process.env.JOURNEYS_DATA)

/** Somebody with an account of their own; those of the demo are everybody's. The password is that of the demo. */
export function anAccount(fullName: string): { personId: string; email: string } {
	const id = randomUUID()
	const email = `${id}@mail.example`
	inDatabase(
		`insert into people (id, email, email_folded, email_confirmed_at, password_hash, full_name, language, assurance_level, created_at)
		select ?, ?, ?, created_at, password_hash, ?, 'en', 1, created_at from people where id = 'C01'`,
		[id, email, email, fullName],
	)
	return { personId: id, email }
}

/** An account with a role over all bodies. */
export function anOfficial(fullName: string, role: 'administrator' | 'overseer') {
	const account = anAccount(fullName)
	inDatabase('insert into roles (id, person_id, role, granted_at) values (?, ?, ?, ?)', [
		randomUUID(),
		account.personId,
		role,
		Date.now(),
	])
	return account
}

/** An application with codes; which codes, nobody knows. */
export const addFactor = (personId: string) =>
	inDatabase("insert into factors (id, person_id, kind, name, created_at) values (?, ?, 'totp', ?, ?)", [
		randomUUID(),
		personId,
		'Telephone',
		Date.now(),
	])

/** As if in their sessions the factor had been shown an hour ago. */
export const factorShownAnHourAgo = (personId: string) =>
	inDatabase('update sessions set factor_at = ? where person_id = ?', [Date.now() - 3_600_000, personId])

/** A body and an office that take no questions any more: their ids. */
export const CLOSED = { body: 'CLOSE', office: 'closed-office' }

export function closePlaces() {
	inDatabase(
		`insert or ignore into bodies (id, code, names, closed_at)
		select ?, ?, names, ? from bodies where code = 'FIN'`,
		[CLOSED.body, CLOSED.body, Date.now()],
	)
	inDatabase(
		`insert or ignore into offices (id, slug, body_id, names, closed_at)
		select ?, ?, body_id, names, ? from offices where slug = 'env-minister'`,
		[CLOSED.office, CLOSED.office, Date.now()],
	)
}

/** A body that the law does not bind: its code. */
export const FREE = 'FREE'

export const freeBody = () =>
	inDatabase('insert or ignore into bodies (id, code, names, bound) values (?, ?, ?, 0)', [
		FREE,
		FREE,
		JSON.stringify({
			kk: 'Ерікті қызмет (демо)',
			ru: 'Добровольная служба (демо)',
			en: 'Free service (demo)',
		}),
	])

/** What a link at the end of a letter leads to that stops all letters of this rhythm to the citizen of the demo. */
export function unfollowPath(rhythm: 'now' | 'daily' | 'weekly'): string {
	const secretKey = readFileSync(join(dataFolder(), 'secret-key'), 'utf8').trim()
	return `/unfollow/${unfollowToken({ personId: 'C01', rhythm }, secretKey)}`
}

function inDatabase(statement: string, values: (string | number)[]) {
	const database = new Database(join(dataFolder(), 'jauap.db'), { timeout: 5000 })
	database.prepare(statement).run(...values)
	database.close()
}
