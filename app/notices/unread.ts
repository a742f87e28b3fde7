/** Beyond this nobody counts what somebody has not read. */
export const MOST_UNREAD = 99
