/** The parts of the mail of a desk. */
export const MAIL_FILTERS = ['held', 'set-aside', 'decided', 'placed'] as const
export type MailFilter = (typeof MAIL_FILTERS)[number]
