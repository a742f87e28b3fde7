import { seal, unseal } from '#app/people/sealed.server.ts'
import { configuration } from '#server/configuration.ts'

const TEN_MINUTES = 10 * 60 * 1000

/** For a hidden field: this person has just shown that they are themselves, and may fetch their data. */
export const ticketFor = (personId: string, now: Date): string =>
	seal(personId, {
		purpose: 'archive',
		secretKey: configuration().SECRET_KEY,
		until: new Date(now.getTime() + TEN_MINUTES),
	})

export const isTicketOf = (personId: string, ticket: string, now: Date): boolean =>
	unseal(ticket, { purpose: 'archive', secretKey: configuration().SECRET_KEY, now }) === personId
