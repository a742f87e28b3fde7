const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Minutes that a letter waits at most: longer for a mailbox than for our own server, which somebody mends. */
const LONGEST = { mailbox: 240, server: 15 } as const
/** A mailbox that has taken nothing for so long takes nothing: RFC 5321 4.5.4.1 asks for four to five days. */
const GIVEN_UP_AFTER_MS = 4 * DAY_MS
/** Days in which our own server was away are no fault of the mailbox. */
const ASKED_AT_LEAST = 8

/** A letter that could not be handed over, and whether that was for its mailbox or for the server that takes all. */
export interface PutOff {
	number: number
	/** How often its mailbox has been asked. */
	attempts: number
	createdAt: Date
	because: keyof typeof LONGEST
}

/**
 * When to try again: after a quarter of the time that it has waited, so that the waits grow by themselves, and spread,
 * so that letters do not come back all at once. Undefined: never.
 */
export function nextAttempt({ number, attempts, createdAt, because }: PutOff, now: Date): Date | undefined {
	const waited = now.getTime() - createdAt.getTime()
	if (because === 'mailbox' && waited >= GIVEN_UP_AFTER_MS && attempts >= ASKED_AT_LEAST) return undefined
	const minutes = Math.min(Math.max(waited / MINUTE_MS / 4, 1), LONGEST[because])
	return new Date(now.getTime() + Math.round(minutes * spread(number + attempts) * MINUTE_MS))
}

/** From 0.8 to 1.2: the golden ratio spreads neighbours far apart, and the same letter waits the same again. */
const spread = (number: number) => 0.8 + 0.4 * ((number * 0.618_033_988_75) % 1)
