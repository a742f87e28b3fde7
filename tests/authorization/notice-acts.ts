import { eq } from 'drizzle-orm'
import { follow, stopFollowing } from '#app/following/follow.server.ts'
import { markRead } from '#app/notices/mark-read.server.ts'
import { follows, notices } from '#db/schema/notices.ts'
import { EVERYBODY, type Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')
const followed = { id: 'the-follow', personId: 'author', subject: 'body', subjectId: 'ENV' } as const

/** Those with an account: a receipt opens a question, and stands for nobody. */
const SIGNED_IN = EVERYBODY.filter((who) => !['receipt', 'another receipt', 'anonymous'].includes(who))

/** What people do with what they are told of. Everybody may try; only what is their own changes. */
export const noticeActs: readonly Row[] = [
	{
		name: 'follow',
		allowed: SIGNED_IN,
		arrange: async () => ({
			attempt: (tx, actor) => follow(tx, { subject: 'body', key: 'ENV', rhythm: 'daily', actor, now }),
		}),
	},
	{
		name: 'stopFollowing',
		allowed: ['author'],
		async arrange(world) {
			await world.store.write('test', async (tx) => {
				await tx.insert(follows).values({ ...followed, rhythm: 'now', createdAt: now })
			})
			return {
				async attempt(tx, actor) {
					const outcome = await stopFollowing(tx, { followId: followed.id, actor })
					const stopped = (await tx.$count(follows)) === 0
					return outcome.ok && !stopped ? { ok: false, refusal: 'not-allowed' } : outcome
				},
			}
		},
	},
	{
		name: 'markRead',
		allowed: ['author'],
		async arrange(world) {
			await world.store.write('test', async (tx) => {
				await tx.insert(notices).values({ personId: 'author', notice: 'answered', values: {}, at: now })
			})
			return {
				async attempt(tx, actor) {
					const outcome = await markRead(tx, { upTo: 1, actor, now })
					const read = (await tx.$count(notices, eq(notices.readAt, now))) === 1
					return outcome.ok && !read ? { ok: false, refusal: 'not-allowed' } : outcome
				},
			}
		},
	},
]
