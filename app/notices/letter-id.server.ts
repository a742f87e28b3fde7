import { createHmac } from 'node:crypto'

/** Of the installation: whose name the ids of its letters carry, and the key that makes them. */
export interface LetterSite {
	publicUrl: string
	secretKey: string
}

/** The same for every attempt: a letter handed over twice, by a server that died in between, is seen to be one. */
export const letterId = (number: number, site: LetterSite) =>
	`<n${number}.${keyOf(`letter:${number}`, site)}@${hostOf(site)}>`

/** The letter that none is: what all letters of a case answer to, so that mail programs keep them together. */
export const caseThreadId = (inquiryId: string, site: LetterSite) =>
	`<c.${keyOf(`case:${inquiryId}`, site)}@${hostOf(site)}>`

/** Which letter of ours has this id; undefined when it is none that we made. */
export function letterOfId(id: string, site: LetterSite): number | undefined {
	const number = Number(/^<n(\d{1,15})\./.exec(id.trim())?.[1])
	return number && letterId(number, site) === id.trim() ? number : undefined
}

const hostOf = ({ publicUrl }: LetterSite) => new URL(publicUrl).hostname

// Whoever knows the number of a letter must not be able to say that it has come back.
const keyOf = (name: string, { secretKey }: LetterSite) =>
	createHmac('sha256', secretKey).update(name).digest('hex').slice(0, 20)
