import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countOf } from '#app/signing/count.server.ts'
import { engine } from '#db/engine.ts'
import { seedManySignatures } from '#db/seed/many-signatures.ts'
import { aCrowd, isSigned, signature } from './crowd.ts'
import { databaseOf, demoDatabase, folder, withStore } from './databases.ts'
import { load, request, spread } from './load.ts'
import { ms, rate, say, title } from './report.ts'
import { startSite } from './site.ts'

const SIZES = [1000, Number(process.env.BENCH_SIGNATURES ?? 5_000_000)]

/** What a page, a count and a part of the list cost when few have signed, and when five million have. */
export async function petitionSize(): Promise<void> {
	title('A petition with many signatures')
	for (const size of SIZES) {
		const { database, number } = await withSignatures(size)
		const crowd = await withStore(database, (store) => aCrowd(store, { count: 5000, level: 2 }))
		const site = await startSite({ database, data: folder })
		const label = size.toLocaleString('en')
		try {
			// Whoever has signed in gets a page of their own, made each time.
			const cookie = crowd.cookies[0] as string
			const page = await load({
				port: site.port,
				next: () => request({ path: `/kk/petitions/${number}`, headers: { Cookie: cookie } }),
				connections: 4,
				seconds: 4,
				warmUp: 200,
			})
			say(
				`${label}: the page, made each time`,
				`${rate(page.perSecond)}, ${ms(page.p50)}, 95 % ${ms(page.p95)}`,
			)
			let asked = 0
			const list = await load({
				port: site.port,
				next: () => {
					const after = Math.floor(((asked++ * 7919) % 1000) * (size / 1000))
					return request({ path: `/petitions/${number}/signatures.csv?after=${after}&limit=1000` })
				},
				connections: 2,
				seconds: 4,
				warmUp: 20,
			})
			say(`${label}: a thousand lines of the list`, `${ms(list.p50)}, 95 % ${ms(list.p95)}`)
			let sent = 0
			const signed = await load({
				port: site.port,
				next: () => signature({ ...crowd, number }, sent++, `http://127.0.0.1:${site.port}`),
				connections: 16,
				seconds: 3,
				check: isSigned,
			})
			say(`${label}: one more signature`, `${rate(signed.perSecond)}, 95 % ${ms(signed.p95)}`)
		} finally {
			await site.stop()
		}
		const times = await withStore(database, async ({ readOwn }) => {
			const took: number[] = []
			for (let n = 0; n < 300; n++) {
				const began = performance.now()
				await countOf(readOwn, number)
				took.push(performance.now() - began)
			}
			return took
		})
		say(`${label}: the count`, `${ms(spread(times).p50)}, 95 % ${ms(spread(times).p95)}`)
	}
}

/** A large one takes minutes to make, so a file of it is kept for the day. */
async function withSignatures(size: number): Promise<{ database: string; number: string }> {
	if (engine === 'postgres') return seeded(await demoDatabase(`signatures_${size}`), size)
	const kept = size > 100_000 ? join('data', 'bench') : folder
	const database = join(kept, `signatures-${size}-${new Date().toISOString().slice(0, 10)}.db`)
	if (existsSync(database)) return { database, number: readFileSync(`${database}.number`, 'utf8') }
	mkdirSync(kept, { recursive: true })
	const making = join(kept, `making-signatures-${process.pid}.db`)
	copyFileSync(await databaseOf(0), making)
	const { number } = await seeded(making, size)
	writeFileSync(`${database}.number`, number)
	renameSync(making, database)
	return { database, number }
}

async function seeded(database: string, size: number): Promise<{ database: string; number: string }> {
	const began = performance.now()
	const number = await seedManySignatures({ url: database, count: size, now: new Date() })
	const seconds = (performance.now() - began) / 1000
	say(`${size.toLocaleString('en')} signatures made`, rate(size / seconds))
	return { database, number }
}
