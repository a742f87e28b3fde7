import { type DocumentKind, kindsOf } from './document.ts'
import type { FoundDocument, FoundVersion } from './find.server.ts'

/** How a version stands to the announcement. */
export type Standing = 'frozen' | 'waiting' | 'material' | 'immaterial' | 'open'

/** Until it is announced, and of an assessment always, a version stands as it is. */
export function standingOf(
	{ party }: Pick<FoundDocument, 'party'>,
	{ frozenAt, material }: Pick<FoundVersion, 'frozenAt' | 'material'>,
	announced: boolean,
): Standing {
	if (frozenAt) return 'frozen'
	if (!announced || party === 'other') return 'open'
	if (material === null) return 'waiting'
	return material ? 'material' : 'immaterial'
}

const isKind = (kind: string): kind is DocumentKind =>
	[...kindsOf('initiator'), ...kindsOf('other')].some((one) => one === kind)

/** What the page shows of a document; of one that was taken out of sight, that it was there. */
export function shownDocument(document: FoundDocument, announced: boolean, hiddenToo = false) {
	const { hiddenAt, hiddenReason, kind, versions, ...rest } = document
	const readable = !hiddenAt || hiddenToo
	return {
		...rest,
		kind: isKind(kind) ? kind : ('annex' as const),
		hiddenReason: hiddenAt ? (hiddenReason ?? '') : null,
		versions: readable
			? versions.map((version) => ({ ...version, standing: standingOf(document, version, announced) }))
			: [],
	}
}

export type ShownDocument = ReturnType<typeof shownDocument>
export type ShownVersion = ShownDocument['versions'][number]
