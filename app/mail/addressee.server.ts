import { and, eq, inArray, isNull } from 'drizzle-orm'
import { bodies, offices } from '#db/schema/bodies.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { type MailHome, readMailAddress, type Side } from './address.server.ts'

/** Whom an address of ours reaches now. */
export type MailAddressee =
	| { to: 'desk'; bodyId: string; officeId: string | null }
	| { to: 'thread'; inquiryId: string; bodyId: string; side: Side }
	| { to: 'letter'; letter: number }
	| { to: 'postmaster' }

/** Undefined when nobody is there: the sender is told so at once, while their mail program still asks. */
export async function mailAddressee(
	read: Reader,
	address: string,
	home: MailHome,
): Promise<MailAddressee | undefined> {
	const meant = readMailAddress(address, home)
	switch (meant?.to) {
		case undefined:
			return undefined
		case 'postmaster':
		case 'letter':
			return meant
		case 'thread': {
			const [inquiry] = await read
				.select({ inquiryId: inquiries.id, bodyId: inquiries.bodyId })
				.from(inquiries)
				.where(eq(inquiries.number, meant.number))
			return inquiry && { to: 'thread', side: meant.side, ...inquiry }
		}
		case 'body': {
			const body = await openBody(read, meant.code)
			return body && { to: 'desk', bodyId: body.id, officeId: null }
		}
		case 'office': {
			const body = await openBody(read, meant.code)
			if (!body) return undefined
			const found = await read
				.select({ id: offices.id, slug: offices.slug })
				.from(offices)
				.where(
					and(eq(offices.bodyId, body.id), inArray(offices.slug, [...meant.slugs]), isNull(offices.closedAt)),
				)
			const office = meant.slugs.flatMap((slug) => found.find((one) => one.slug === slug) ?? [])[0]
			return office && { to: 'desk', bodyId: body.id, officeId: office.id }
		}
	}
}

async function openBody(read: Reader, code: string) {
	const [body] = await read
		.select({ id: bodies.id })
		.from(bodies)
		.where(and(eq(bodies.code, code), isNull(bodies.closedAt)))
	return body
}
