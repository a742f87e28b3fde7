/** Signers are written to by the author no more often. */
export const DAYS_BETWEEN_LETTERS = 7

/** Of what an author tells. */
export const LONGEST_UPDATE = { title: 150, text: 6000 }
