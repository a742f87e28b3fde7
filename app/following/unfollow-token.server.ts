import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What the link in a letter stops: one thing that is followed, all that is told in one rhythm, or what the signer of a
 * petition is told of it.
 */
export type Unfollowed = { followId: string } | { personId: string; rhythm: string } | { signature: string }

/** Whoever got the letter may stop such letters without signing in; nobody else can make the token. */
export function unfollowToken(what: Unfollowed, secretKey: string): string {
	const name = nameOf(what)
	return `${name}.${keyOf(name, secretKey)}`
}

export function readUnfollowToken(token: string, secretKey: string): Unfollowed | undefined {
	const [, name, what = '', id = '', key = ''] =
		/^((f|[a-z]+)\.([\w-]{1,80}))\.([0-9a-f]{32})$/.exec(token) ?? []
	if (!name || !timingSafeEqual(Buffer.from(key), Buffer.from(keyOf(name, secretKey)))) return undefined
	if (what === 's') return { signature: id }
	return what === 'f' ? { followId: id } : { personId: id, rhythm: what }
}

function nameOf(what: Unfollowed): string {
	if ('signature' in what) return `s.${what.signature}`
	return 'followId' in what ? `f.${what.followId}` : `${what.rhythm}.${what.personId}`
}

const keyOf = (name: string, secretKey: string) =>
	createHmac('sha256', secretKey).update(`unfollow:${name}`).digest('hex').slice(0, 32)
