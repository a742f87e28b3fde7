import { hearingById } from '#app/hearings/hearing.server.ts'
import { enterRemark, takeDownRemark } from '#app/remarks/enter.server.ts'
import { keepRemark, type NewRemark } from '#app/remarks/keep.server.ts'
import { mergeGroups, splitGroup } from '#app/remarks/regroup.server.ts'
import { answerRow, findUnresolved, respondToRow } from '#app/remarks/respond.server.ts'
import { countAgain, leaveOut, redactRemark } from '#app/remarks/sort.server.ts'
import type { Writer } from '#db/store.ts'
import { DESK, OFFICERS, row } from './hearing-acts.ts'

const SORT = [...new Set([...DESK, ...Object.values(OFFICERS), 'moderator'])]
const ENTER = [...DESK, OFFICERS.secretary]
const REASON = 'It speaks of another valley.'

const said = {
	position: 'against',
	affiliation: 'resident',
	language: 'en',
	text: 'I spoke of the water.',
	name: 'Somebody',
	publicName: null,
	region: 'KZ-75',
} as const

type Attempt = Parameters<typeof row>[4]

/** On a hearing that has two remarks in one row. */
const withRemarks =
	(
		attempt: (tx: Writer, act: Parameters<Attempt>[1] & { groupId: number }) => ReturnType<Attempt>,
	): Attempt =>
	async (tx, act) => {
		const hearing = await hearingById(tx, act.hearingId)
		if (!hearing) throw new Error('no hearing')
		const { name: authorName, ...words } = said
		const remark: NewRemark = {
			...words,
			authorName,
			channel: 'portal',
			published: true,
			personId: 'stranger',
			authorHash: 'a human',
			email: null,
			level: 1,
			receivedAt: act.now,
			late: false,
		}
		const opened = { hearing, today: '2026-01-20', by: 'author' }
		const { groupId } = await keepRemark(tx, opened, remark, act)
		await keepRemark(tx, opened, remark, act)
		return attempt(tx, { ...act, groupId })
	}

export const remarkActs = [
	row('enterRemark', 'enter-remark', { postedAt: null }, ENTER, (tx, act) =>
		enterRemark(tx, { ...said, ...act, email: null, published: true, receivedAt: act.now, fileIds: [] }),
	),
	row('takeDownRemark', 'enter-remark', { state: 'live' }, ENTER, (tx, act) =>
		takeDownRemark(tx, { ...said, ...act, channel: 'oral', agendaItemId: null, personId: null }),
	),
	row(
		'leaveOut',
		'sort-remarks',
		{},
		SORT,
		withRemarks((tx, act) => leaveOut(tx, { ...act, ordinal: 1, reason: REASON })),
	),
	row(
		'countAgain',
		'sort-remarks',
		{},
		SORT,
		withRemarks(async (tx, act) => {
			await leaveOut(tx, {
				...act,
				actor: act.world.actors['ENV:clerk'] as never,
				ordinal: 1,
				reason: REASON,
			})
			return countAgain(tx, { ...act, ordinal: 1 })
		}),
	),
	row(
		'redactRemark',
		'sort-remarks',
		{},
		SORT,
		withRemarks((tx, act) =>
			redactRemark(tx, { ...act, ordinal: 1, text: 'I spoke […]', reason: REASON, files: true }),
		),
	),
	row(
		'splitGroup',
		'sort-remarks',
		{},
		SORT,
		withRemarks((tx, act) => splitGroup(tx, { ...act, ordinals: [2] })),
	),
	row(
		'mergeGroups',
		'sort-remarks',
		{},
		SORT,
		withRemarks(async (tx, act) => {
			await splitGroup(tx, { ...act, actor: act.world.actors['ENV:clerk'] as never, ordinals: [2] })
			return mergeGroups(tx, { ...act, into: 2 })
		}),
	),
	row(
		'answerRow',
		'answer-remarks',
		{},
		['author'],
		withRemarks((tx, act) => answerRow(tx, { ...act, answer: 'The station moves.' })),
	),
	row(
		'respondToRow',
		'respond',
		{ state: 'held' },
		DESK,
		withRemarks((tx, act) =>
			respondToRow(tx, { ...act, outcome: 'accepted', reason: REASON, changed: 'The station.' }),
		),
	),
	row(
		'findUnresolved',
		'find-unresolved',
		{ state: 'held' },
		[OFFICERS.chair],
		withRemarks((tx, act) => findUnresolved(tx, { ...act, unresolved: true })),
	),
]
