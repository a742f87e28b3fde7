/** What the author has just done, for the page they come back to. */
export const DONE = ['corrected', 'withdrawn', 'rated', 'filed'] as const
export type Done = (typeof DONE)[number]
