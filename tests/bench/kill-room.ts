// A room is watched and voted in while its server is killed again and again without warning. Afterwards all watchers
// are back by themselves with what there is now, and each vote that was acknowledged is there.
//   npx tsx tests/bench/kill-room.ts [processes]                              on SQLite
//   npm run with-postgres -- npx tsx tests/bench/kill-room.ts [processes]     on PostgreSQL
import { setTimeout as pause } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { hearingById } from '#app/hearings/hearing.server.ts'
import { roomStreamPath } from '#app/links.ts'
import { engine } from '#db/engine.ts'
import { roomQuestions, roomQuestionVotes } from '#db/schema/hearings.ts'
import { announcement, aRoom, isTaken, vote } from './a-room.ts'
import { demoDatabase, folder, withStore } from './databases.ts'
import { fetchOnce, openLine } from './load.ts'
import { build, freePort, type Site, startSite } from './site.ts'
import { watchRoom } from './watchers.ts'

const WATCHERS = 300
const ACTIVE = 40
const KILLS = 8
const processes = Number(process.argv[2] ?? 1)

build()
const database = await demoDatabase('kill_room')
const room = await withStore(database, (store) => aRoom(store, ACTIVE))
const port = await freePort()
const origin = `http://127.0.0.1:${port}`
const path = roomStreamPath(room.number)
const acknowledged = new Set<number>()
let over = false

let site = await start()
const watchers = await Promise.all(
	Array.from({ length: WATCHERS }, () => watchRoom({ port, path, returns: true })),
)
const voters = Array.from({ length: ACTIVE }, (_, who) => voteOneAfterAnother(who))
for (let kill = 1; kill <= KILLS; kill++) {
	const enough = acknowledged.size + 60
	while (acknowledged.size < enough) await pause(10)
	await pause(Math.random() * 400)
	await site.kill()
	site = await start()
	console.log(`killed ${kill} times, ${acknowledged.size} votes acknowledged`)
}
over = true
await Promise.all(voters)
await fetchLast()
await pause(4000)
await verify()
for (const watcher of watchers) watcher.close()
await site.stop()

/** Each votes for one question after the other; whoever was not answered votes again. */
async function voteOneAfterAnother(who: number): Promise<void> {
	for (let nth = who; !over && nth < ACTIVE * room.questionIds.length; nth += ACTIVE) {
		while (!acknowledged.has(nth) && !over) {
			if (await isAnswered(vote(room, nth, origin))) acknowledged.add(nth)
			else await pause(20)
		}
		await pause(300)
	}
}

async function isAnswered(text: string): Promise<boolean> {
	try {
		const line = await openLine(port)
		const answer = await line.ask(text)
		line.close()
		return isTaken(answer)
	} catch {
		return false
	}
}

async function fetchLast(): Promise<void> {
	while (!(await isAnswered(announcement(room, 'the last word', origin)))) await pause(50)
	const { status } = await fetchOnce(port, { path: path.replace('stream', 'state.json') })
	if (status !== 200) throw new Error(`the state was answered ${status}`)
}

async function start(): Promise<Site> {
	for (let tries = 0; ; tries++) {
		try {
			return await startSite({ database, data: folder, port, processes })
		} catch (error) {
			if (tries === 5) throw error
		}
	}
}

async function verify(): Promise<void> {
	await withStore(database, async ({ readOwn }) => {
		const version = (await hearingById(readOwn, room.hearingId))?.roomVersion
		const rows = await readOwn.$count(
			roomQuestionVotes,
			inArray(roomQuestionVotes.questionId, room.questionIds),
		)
		const counted = await readOwn
			.select({ votes: roomQuestions.votes })
			.from(roomQuestions)
			.where(eq(roomQuestions.hearingId, room.hearingId))
		const sum = counted.reduce((all, { votes }) => all + votes, 0)
		const current = watchers.filter((watcher) => watcher.version() === version).length
		// A vote that was written and not answered is there too.
		const fine = rows >= acknowledged.size && rows === sum && current === WATCHERS
		console.log(
			`${engine}, ${processes} processes: ${acknowledged.size} votes acknowledged, ${rows} rows, ${sum} counted, ` +
				`${current} of ${WATCHERS} watchers have version ${version}: ${fine ? 'nothing is lost' : 'NOT RIGHT'}`,
		)
		process.exitCode = fine ? 0 : 1
	})
}
