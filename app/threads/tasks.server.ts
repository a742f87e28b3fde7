import { changesOf } from '#app/dossiers/changes.ts'
import { readWords } from '#app/files/read-words.ts'
import type { PrintedProtocol } from '#app/protocols/pdf.ts'
import { readAuthority } from '#app/signatures/authority.server.ts'
import { checkCms } from '#app/signatures/cms.server.ts'
import { ocspRequest, readCrl, readOcsp } from '#app/signatures/revocation.server.ts'

/** The library that draws pages is read by the thread that draws one. */
const printProtocol = async (protocol: PrintedProtocol) =>
	(await import('#app/protocols/pdf.ts')).printProtocol(protocol)

/** Both texts may be of strangers, and share hardly a line. */
const compareWords = async ({ before, after }: { before: string; after: string }) => changesOf(before, after)

/** What takes apart what strangers have sent, or takes long; it is done in a thread, which may be ended. */
export const TASKS = {
	checkCms,
	ocspRequest,
	readOcsp,
	readCrl,
	readAuthority,
	readWords,
	compareWords,
	printProtocol,
}

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks
