import { readWords } from '#app/files/read-words.ts'
import { readAuthority } from '#app/signatures/authority.server.ts'
import { checkCms } from '#app/signatures/cms.server.ts'
import { ocspRequest, readCrl, readOcsp } from '#app/signatures/revocation.server.ts'

/** All that takes apart what strangers have sent; it is done in a thread, which may be ended. */
export const TASKS = { checkCms, ocspRequest, readOcsp, readCrl, readAuthority, readWords }

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks
