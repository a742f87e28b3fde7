import type { Profile } from '#app/jurisdictions/profile.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import type { Reader } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { type LevelledAct, levelNeeded, type Standing, type Way } from './level.ts'
import type { SignedIn } from './signed-in.ts'

/** The highest level that can be shown here: by a signature, by a state identity, or else by an address. */
export const reachableLevel = async (read: Reader): Promise<number> =>
	reachable(await canVerify(read, new Date()))

function reachable(signature: boolean): number {
	if (signature) return 3
	const proven = configuration().IDENTITY_PROVIDERS.flatMap(({ level, levels }) =>
		levels ? Object.values(levels) : [level],
	)
	return Math.max(1, ...proven)
}

/** How well the author of an act must be known on this installation. */
export const levelDemanded = async (read: Reader, profile: Profile, act: LevelledAct): Promise<number> =>
	levelNeeded(profile, act, await reachableLevel(read))

export const waysUp = (): Way[] =>
	configuration().IDENTITY_PROVIDERS.map(({ id, label }) => ({ provider: id, label }))

/** Where this visitor stands before an act; said before anything is typed. */
export async function standingFor(
	read: Reader,
	profile: Profile,
	act: LevelledAct,
	person: SignedIn | null,
): Promise<Standing> {
	const signature = await canVerify(read, new Date())
	const needed = levelNeeded(profile, act, reachable(signature))
	return {
		signedIn: person !== null,
		level: person?.level ?? 0,
		needed,
		article: needed > 1 ? profile.identity.levels[act].article : undefined,
		addressed: person?.email != null,
		ways: waysUp(),
		signature,
	}
}
