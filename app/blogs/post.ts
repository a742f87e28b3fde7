import { type Actor, hasRoleIn } from '#app/people/actor.ts'
import type { POST_STATES } from '#db/schema/blogs.ts'

export type PostState = (typeof POST_STATES)[number]

/** What may be done with a post in each state. */
export const POST_ACTS = {
	draft: ['edit', 'illustrate', 'schedule', 'publish', 'discard'],
	scheduled: ['edit', 'illustrate', 'schedule', 'publish', 'discard'],
	published: ['correct', 'illustrate', 'translate', 'withdraw'],
	withdrawn: [],
} as const satisfies Record<PostState, readonly string[]>

export type PostAct = (typeof POST_ACTS)[PostState][number]

export type PostRefusal =
	| 'not-found'
	| 'not-allowed'
	| 'wrong-state'
	| 'no-text'
	| 'no-note'
	| 'no-alternative'
	| 'not-later'

/** Executors write for the offices of their body; what the public reads is decided by an approver. */
export function refusalToPost(
	act: PostAct,
	actor: Actor,
	post: { state: PostState },
	bodyId: string,
): PostRefusal | undefined {
	// What is out already is corrected by an approver, its pictures too.
	const illustrating = act === 'illustrate' && post.state !== 'published'
	const writing = act === 'edit' || act === 'discard' || illustrating
	if (!hasRoleIn(actor, bodyId, writing ? ['executor', 'approver'] : ['approver'])) return 'not-allowed'
	return (POST_ACTS[post.state] as readonly PostAct[]).includes(act) ? undefined : 'wrong-state'
}

/** All that this actor may do with the post now. */
export const postActsOpenTo = (actor: Actor, post: { state: PostState }, bodyId: string): PostAct[] =>
	[...POST_ACTS[post.state]].filter((act) => refusalToPost(act, actor, post, bodyId) === undefined)

/** Who may start a post for an office of this body. */
export const mayWritePosts = (actor: Actor, bodyId: string) =>
	hasRoleIn(actor, bodyId, ['executor', 'approver'])
