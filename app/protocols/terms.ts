import type { hearings } from '#db/schema/hearings.ts'

/** When what comes after a hearing is due, and when it was done. */
export const termsOf = ({
	signProtocolBy,
	protocolSignedAt,
	publishProtocolBy,
	protocolPublishedAt,
	sendProtocolBy,
	protocolSentAt,
	objectionsUntil,
	validUntil,
}: typeof hearings.$inferSelect) => ({
	signProtocolBy,
	protocolSignedAt,
	publishProtocolBy,
	protocolPublishedAt,
	sendProtocolBy,
	protocolSentAt,
	objectionsUntil,
	validUntil,
})

export type ProtocolTermsShown = { [Term in keyof ReturnType<typeof termsOf>]: Date | string | null }
