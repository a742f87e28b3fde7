import { type StoredFile, takeIn } from '#app/files/accept.server.ts'
import { MOST_FILES, MOST_MEGABYTES } from '#app/files/most.ts'

/** Looking at a picture takes seconds, and one message has room for hundreds that are none. */
const MOST_LOOKS = 20
/** Of those that are left out. */
const MOST_NAMED = 50
const MOST_BYTES = MOST_MEGABYTES << 20

/** Through the same checks as what is uploaded. What fails them stays in the raw message, and the desk sees why. */
export async function takeMailFiles(files: readonly File[]) {
	const stored: StoredFile[] = []
	const leftOut: { name: string; refusal: string }[] = []
	let looks = 0
	for (const file of files) {
		const { name } = file
		if (file.size > MOST_BYTES) leftOut.push({ name, refusal: 'fileSize' })
		else if (stored.length === MOST_FILES || looks++ >= MOST_LOOKS)
			leftOut.push({ name, refusal: 'tooManyFiles' })
		else {
			const taken = await takeIn([file])
			stored.push(...taken.stored)
			leftOut.push(...taken.refused)
		}
	}
	return { stored, leftOut: leftOut.slice(0, MOST_NAMED) }
}
