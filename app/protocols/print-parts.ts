import type { ProtocolContent, ProtocolGroup } from './content.ts'

/** Of remarks and answers on one print: some two hundred pages. More at once take more memory than there is for it. */
export const LETTERS_A_PART = 1_000_000
/** What stands on paper of a remark besides its words. */
const AROUND = 200

type Printed = Pick<ProtocolGroup, 'answer' | 'title' | 'remarks'>

/** The remarks as they are printed, part by part; a group that is too long goes on in the next, with its answer again. */
export function printParts<Group extends Printed>(
	groups: readonly Group[],
	most = LETTERS_A_PART,
): Group[][] {
	const parts: Group[][] = [[]]
	let left = most
	for (const group of groups) {
		const head = group.title.length + (group.answer?.length ?? 0)
		let put: Group | undefined
		for (const remark of group.remarks) {
			const size = AROUND + (remark.text?.length ?? 0) + (remark.reason?.length ?? 0)
			const needed = put ? size : head + size
			if (needed > left && parts.at(-1)?.length) {
				parts.push([])
				left = most
				put = undefined
			}
			if (!put) {
				put = { ...group, remarks: [] }
				parts.at(-1)?.push(put)
				left -= head
			}
			put.remarks.push(remark)
			left -= size
		}
	}
	return parts
}

/** What is printed of it in one part: the first has all but the other parts' remarks, the others have remarks alone. */
export function printedPart(content: ProtocolContent, part: number): ProtocolContent | undefined {
	const groups = printParts(content.groups)[part - 1]
	if (!groups || part === 1) return groups && { ...content, groups }
	return {
		...content,
		groups,
		officers: [],
		channels: [],
		dossier: [],
		attendance: [],
		participants: [],
		agenda: [],
		speeches: [],
		withdrawn: 0,
		questions: [],
		unshown: { hidden: [], unread: 0 },
		waited: null,
		polls: [],
		announcements: [],
		breaches: [],
	}
}
