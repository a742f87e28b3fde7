import { takeIn } from '#app/files/accept.server.ts'

const MOST_FILES = 5
const MOST_BYTES = 10 << 20

/** Through the same checks as what is uploaded. What fails them stays in the raw message, and the desk sees why. */
export async function takeMailFiles(files: readonly File[]) {
	const leftOut: { name: string; refusal: string }[] = []
	const bearable = files.filter((file) => {
		if (file.size <= MOST_BYTES) return true
		leftOut.push({ name: file.name, refusal: 'fileSize' })
		return false
	})
	const { stored, refused } = await takeIn(bearable)
	leftOut.push(...refused.map(({ name, refusal }) => ({ name, refusal })))
	leftOut.push(...stored.slice(MOST_FILES).map(({ name }) => ({ name, refusal: 'tooManyFiles' })))
	return { stored: stored.slice(0, MOST_FILES), leftOut }
}
