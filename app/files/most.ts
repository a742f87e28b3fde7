/** How many files go with one text, wherever it comes from, and how large each may be. */
export const MOST_FILES = 5
export const MOST_MEGABYTES = 10
