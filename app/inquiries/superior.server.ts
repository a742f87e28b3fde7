import { eq } from 'drizzle-orm'
import { bodies } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import type { NamedBody } from './thread.ts'

/** The body to which one complains of this one. */
export async function superiorOf(
	read: Reader,
	body: { parentId: string | null },
): Promise<NamedBody | undefined> {
	if (!body.parentId) return undefined
	const [superior] = await read
		.select({ id: bodies.id, code: bodies.code, names: bodies.names })
		.from(bodies)
		.where(eq(bodies.id, body.parentId))
	return superior
}
