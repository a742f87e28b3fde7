import type { Protocol, ProtocolContent } from './content.ts'

const GROUPS_A_PAGE = 20
/** Of one group; the file has them all. */
const REMARKS_OF_A_GROUP = 20

export type ShownProtocol = ReturnType<typeof shownProtocol>

/** The protocol as a page shows it: of remarks, those groups alone that stand on this page of it. */
export function shownProtocol({ content, draftedBy: _, ...protocol }: Protocol, asked: number) {
	const { groups, ...rest } = content
	const pages = Math.max(1, Math.ceil(groups.length / GROUPS_A_PAGE))
	const page = Math.min(Math.max(1, asked), pages)
	const shown = groups.slice((page - 1) * GROUPS_A_PAGE, page * GROUPS_A_PAGE)
	return {
		...protocol,
		page,
		pages,
		content: rest satisfies Omit<ProtocolContent, 'groups'>,
		groups: shown.map(({ remarks, ...group }) => ({
			...group,
			all: remarks.length,
			remarks: remarks.slice(0, REMARKS_OF_A_GROUP),
		})),
	}
}
