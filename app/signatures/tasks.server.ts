import { readAuthority } from './authority.server.ts'
import { checkCms } from './cms.server.ts'
import { ocspRequest, readCrl, readOcsp } from './revocation.server.ts'

/** All that reads what strangers have sent in DER; it is done in a thread, which may be ended. */
export const TASKS = { checkCms, ocspRequest, readOcsp, readCrl, readAuthority }

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks
