import type { SignedIn } from './signed-in.ts'

export async function personOf(_request: Request): Promise<SignedIn | null> {
	return null
}
