import type { SubmissionResult } from '@conform-to/react'

/** What a refused form answers: what was typed, and codes of what is wrong with it. */
export type FormReply = SubmissionResult<string[]>
