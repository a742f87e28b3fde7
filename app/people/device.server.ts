import { createHash } from 'node:crypto'
import { eq, lte } from 'drizzle-orm'
import { generateIdFromEntropySize } from 'lucia'
import { devices } from '#db/schema/factors.ts'
import type { Reader, Writer } from '#db/store.ts'

export const DEVICE_COOKIE = 'jauap_device'

const A_YEAR_MS = 365 * 24 * 60 * 60_000

/** The mark that this browser was given when somebody signed in with it, or a new one. */
export const deviceMarkOf = (request: Request): string => givenMark(request) ?? generateIdFromEntropySize(25)

/**
 * The word under which the tries of a browser that the person has signed in with are counted, apart from those
 * of strangers; undefined for a stranger's. Looked up for nobody as for somebody.
 */
export async function knownDevice(
	read: Reader,
	request: Request,
	personId: string | undefined,
): Promise<string | undefined> {
	const id = idOf(givenMark(request) ?? '', personId ?? '')
	const [known] = await read.select({ id: devices.id }).from(devices).where(eq(devices.id, id))
	return known?.id
}

/** Whether the person had signed in with this browser before. */
export async function rememberDevice(
	tx: Writer,
	{ mark, personId, now }: { mark: string; personId: string; now: Date },
): Promise<boolean> {
	const id = idOf(mark, personId)
	const seen = await tx
		.update(devices)
		.set({ seenAt: now })
		.where(eq(devices.id, id))
		.returning({ id: devices.id })
	if (seen.length === 0) await tx.insert(devices).values({ id, personId, seenAt: now })
	return seen.length > 0
}

/** For the duties: a browser that has not been seen for a year is a stranger again. */
export async function forgetOldDevices(tx: Writer, now: Date): Promise<void> {
	await tx.delete(devices).where(lte(devices.seenAt, new Date(now.getTime() - A_YEAR_MS)))
}

const givenMark = (request: Request) =>
	request.headers.get('Cookie')?.match(new RegExp(`(?:^|;\\s*)${DEVICE_COOKIE}=([a-z0-9]{40})(?:;|$)`))?.[1]

const idOf = (mark: string, personId: string) =>
	createHash('sha256').update(`${mark}:${personId}`).digest('base64url')
