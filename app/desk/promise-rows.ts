/** How many promises one answer may hold: rows of its form. */
export const PROMISES = [0, 1, 2] as const
