import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOf, folder, thirtyUnderPost, withStore } from './databases.ts'
import { type Answer, fetchOnce, load, request } from './load.ts'
import { against, kilobytes, megabytes, rate, say, times, title } from './report.ts'
import { ended, startSite } from './site.ts'

const CONNECTIONS = 16
const SECONDS = 6
const WARM_UP = 500

/** Anonymous pages a second, against a bare server that sends the same bytes. */
export async function pages(): Promise<void> {
	title('Anonymous pages a second')
	const database = await databaseOf(0)
	const { postId, number } = await withStore(database, thirtyUnderPost)
	const site = await startSite({ database, data: folder })
	try {
		for (const [name, path] of [
			['a post with 30 questions', `/ru/posts/${postId}`],
			['a question', `/ru/inquiries/${number}`],
		] as const)
			await page(site, name, path)
		const resident = site.resident()
		say(
			'resident memory after it',
			megabytes(resident),
			`under the nearest peer's 197 MB: ${against(resident, 197e6)}`,
		)
	} finally {
		await site.stop()
	}
}

async function page({ port, cpu }: Awaited<ReturnType<typeof startSite>>, name: string, path: string) {
	const headers = { 'Accept-Encoding': 'br' }
	const asked = request({ path, headers })
	const answer = await fetchOnce(port, { path, headers })
	const plain = await fetchOnce(port, { path })
	const bare = await bareRate(answer)
	const bareWhole = await bareRate(plain)
	say(`${name}: bare server, the same bytes`, `${rate(bare)} (${kilobytes(answer.body.length)} br)`)

	const cached = await load({ port, next: () => asked, connections: CONNECTIONS, seconds: SECONDS })
	say(`${name}: from the page cache`, `${rate(cached.perSecond)}, ${times(cached.perSecond / bare)}`)

	// Every address is asked once, so every page is made anew.
	let made = 0
	let before = 0
	const fresh = await load({
		port,
		next: () => request({ path: `${path}?made=${made++}` }),
		connections: CONNECTIONS,
		seconds: SECONDS,
		warmUp: WARM_UP,
		onWarm: () => {
			before = cpu()
		},
	})
	const each = ((cpu() - before) / fresh.count) * 1000
	say(
		`${name}: made anew each time`,
		`${rate(fresh.perSecond)}, ${times(fresh.perSecond / bareWhole)}, ${each.toFixed(2)} CPU ms`,
		`the nearest peer: 283/s at 3.5 CPU ms`,
	)
}

export async function bareRate(answer: Answer): Promise<number> {
	const file = join(folder, 'same-bytes.json')
	const lines = answer.headers.split('\r\n').slice(1)
	const headers = Object.fromEntries(
		lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
	)
	// The body is kept whole: how it was cut into chunks is no part of it.
	const fixed = Object.entries(headers).filter(
		([name]) => !/^(transfer-encoding|connection|keep-alive|date|content-length)$/i.test(name),
	)
	const same = {
		status: answer.status,
		headers: { ...Object.fromEntries(fixed), 'Content-Length': String(answer.body.length) },
		body: answer.body.toString('base64'),
	}
	writeFileSync(file, JSON.stringify(same))
	const server = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/bare.ts', file], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	})
	const [port] = (await once(server, 'message')) as [number]
	const asked = request({ path: '/', headers: { 'Accept-Encoding': 'br' } })
	const { perSecond } = await load({
		port,
		next: () => asked,
		connections: CONNECTIONS,
		seconds: SECONDS,
	})
	await ended(server, 'SIGKILL')
	return perSecond
}
