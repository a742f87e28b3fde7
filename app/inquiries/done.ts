/** What the author has just done, for the page they come back to. */
export const DONE = ['corrected', 'withdrawn', 'rated', 'filed', 'confirmed'] as const
export type Done = (typeof DONE)[number]
