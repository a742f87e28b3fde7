import { join } from 'node:path'
import Database from 'better-sqlite3'
import { inquiries } from '#db/schema/inquiries.ts'
import { background } from '#db/seed/content/background.ts'
import { citizensIn, databaseOf, folder, sessionsOf, withStore } from './databases.ts'
import { load, request } from './load.ts'
import { against, megabytes, rate, say, times, title } from './report.ts'
import { startSite } from './site.ts'

const CONNECTIONS = 32
const SECONDS = 8

/** Questions filed over HTTP by people who are signed in, each on the disk before it is acknowledged. */
export async function questions(): Promise<void> {
	title('Questions submitted a second')
	const database = await databaseOf(1000)
	const cookies = await withStore(database, async (store) =>
		sessionsOf(store, await citizensIn(store, CONNECTIONS * 4)),
	)
	const earlier = await withStore(database, ({ readOwn }) => readOwn.$count(inquiries))
	const baseline = bareInserts()
	say('bare inserts, one a commit, synchronous=FULL', rate(baseline))

	const site = await startSite({ database, data: folder })
	let sent = 0
	let before = 0
	try {
		const submitted = await load({
			port: site.port,
			next: () => question(sent++, cookies, `http://127.0.0.1:${site.port}`),
			connections: CONNECTIONS,
			seconds: SECONDS,
			warmUp: 300,
			onWarm: () => {
				before = site.cpu()
			},
			check: ({ status, headers, body }) =>
				status === 302 && /\r\nlocation: \/ru\/receipts\//i.test(headers)
					? undefined
					: `not filed: ${status} ${headers.slice(0, 300)} ${body.toString().slice(0, 2000)}`,
		})
		const each = ((site.cpu() - before) / submitted.count) * 1000
		say(
			'through the form, from 32 connections',
			`${rate(submitted.perSecond)}, ${times(submitted.perSecond / baseline)}, ${each.toFixed(2)} CPU ms`,
			'the nearest peer: 404 comments/s, synchronous=NORMAL',
		)
		const resident = site.resident()
		say(
			'resident memory after it',
			megabytes(resident),
			`under the nearest peer's 197 MB: ${against(resident, 197e6)}`,
		)
	} finally {
		await site.stop()
	}
	const after = await withStore(database, ({ readOwn }) => readOwn.$count(inquiries))
	say('filed, of those that were acknowledged', `${after - earlier} of ${sent}`)
}

export function question(number: number, cookies: readonly string[], origin: string, submissionId?: string) {
	const seed = background[1 + (number % (background.length - 1))]
	return request({
		method: 'POST',
		path: '/ru/inquiries/new',
		headers: { Cookie: cookies[number % cookies.length] as string, Origin: origin },
		form: {
			intent: 'file',
			to: 'office:env-minister',
			kind: 'request',
			subject: seed?.subject ?? '',
			text: seed?.text ?? '',
			visibility: 'public',
			language: 'ru',
			submissionId: submissionId ?? crypto.randomUUID(),
		},
	})
}

/** The same text in a table of its own, nothing else, on the same disk. */
function bareInserts(): number {
	const file = new Database(join(folder, 'bare.db'))
	file.pragma('journal_mode = WAL')
	file.pragma('synchronous = FULL')
	file.exec('create table bare (id text primary key, subject text, text text, at integer)')
	const insert = file.prepare('insert into bare values (?, ?, ?, ?)')
	const until = performance.now() + SECONDS * 500
	let count = 0
	while (performance.now() < until) {
		const seed = background[count++ % background.length]
		insert.run(crypto.randomUUID(), seed?.subject, seed?.text, Date.now())
	}
	file.close()
	return count / ((SECONDS * 500) / 1000)
}
