import { cleanup, screen, within } from '@testing-library/react'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { record } from '#app/register/record.server.ts'
import * as List from '#app/routes/$lang.petitions._index/route.tsx'
import * as Page from '#app/routes/$lang.petitions.$number._index/route.tsx'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import { noon, petitionsOf } from '#tests/petitions/reached.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
let hand: ReturnType<typeof petitionsOf>

beforeEach(async () => {
	world = await aWorld()
	hand = petitionsOf(world)
})

const shows = async (id: number, as?: string) => {
	const { number } = await hand.petition(id)
	return visit(world, Page, { as, path: `/en/petitions/${number}`, params: { number: String(number) } })
}

test('the page says how many have signed, how that is known, and how many are needed', async () => {
	const tomorrow = new Date(Date.now() + 86_400_000)
	const id = await hand.open({ thresholds: [{ key: 'national', needed: 5 }], closesAt: tomorrow })
	await hand.signed(id, 4)
	await shows(id)
	expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Clean yards')
	expect(screen.getByRole('status').textContent).toBe('4 signatures')
	expect(screen.getByText('1 more is needed')).toBeTruthy()
	expect(screen.getByText(/by digital signature/).textContent).toContain('4')
	expect(screen.getByRole('progressbar').getAttribute('max')).toBe('5')
	expect(screen.getByRole('link', { name: 'Sign' }).getAttribute('href')).toMatch(/\/signature$/)
})

test('after its last day nobody is asked to sign, also before a duty has ended it', async () => {
	await shows(await hand.open({ closesAt: new Date(Date.now() - 1000) }))
	expect(screen.queryByRole('link', { name: 'Sign' })).toBeNull()
	expect(screen.getByText('This petition takes no signatures now')).toBeTruthy()
})

test('the picture of its growth and the tiles have words, and every number stands in a table', async () => {
	const id = await hand.open({ thresholds: [{ key: 'national', needed: 5 }] })
	await hand.signed(id, 4)
	await shows(id)
	expect(screen.getByRole('img', { name: /4 signatures from 3 Mar to 3 Mar/ })).toBeTruthy()
	expect(screen.getByRole('img', { name: /Most signatures: Astana, 4/ })).toBeTruthy()
	const table = within(screen.getByRole('table', { name: 'Signatures by region' }))
	expect(table.getByRole('rowheader', { name: 'Astana' })).toBeTruthy()
	expect(screen.getByText(/S\. 4, S\. 3, S\. 2, S\. 1/)).toBeTruthy()
})

test('the stages stand with their legal dates', async () => {
	const id = await hand.open()
	await shows(id)
	const stages = within(screen.getByRole('region', { name: 'Where it stands' })).getAllByRole('listitem')
	expect(stages.map((stage) => stage.textContent)).toEqual([
		'First supporters10 February 2026',
		'Check',
		'Publication2 March 2026',
		'Collecting signatures · nowby 2 September 2026',
		'Sent to the body',
		'Decision',
	])
})

test('a rejected one stays readable, with the ground and the reasons', async () => {
	const id = await hand.open({
		state: 'rejected',
		publishedAt: null,
		rejectionGround: 'not_competent',
		rejectionReason: 'The street is named by the town.',
	})
	await shows(id)
	expect(screen.getByText('The street is named by the town.')).toBeTruthy()
	expect(screen.getByText('Collect batteries in every yard.')).toBeTruthy()
	expect(screen.queryByRole('link', { name: 'Sign' })).toBeNull()
})

test('where the ground hides the text neither the page nor the list shows it, but to its author', async () => {
	const id = await hand.open({ state: 'rejected', hidden: true, rejectionGround: 'unlawful_content' })
	const { container, loaded } = (await shows(id)) as unknown as { container: Element; loaded: object }
	expect(container.textContent).not.toContain('Clean yards')
	expect(JSON.stringify(loaded)).not.toMatch(/Clean yards|batteries/)
	cleanup()
	const list = await visit(world, List, { path: '/en/petitions' })
	expect(JSON.stringify(list.loaded)).not.toContain('Clean yards')
	cleanup()
	await shows(id, 'author')
	expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Clean yards')
})

test('one that was withdrawn after its publication keeps its page, without a way to sign', async () => {
	const id = await hand.open({ state: 'withdrawn' })
	expect((await shows(id)).status).toBe(200)
	expect(screen.getByText('Withdrawn by its author')).toBeTruthy()
	expect(screen.queryByRole('link', { name: 'Sign' })).toBeNull()
})

test.each(['draft', 'sponsoring', 'lapsed', 'checking', 'withdrawn'] as const)(
	'%s is seen by its author and the moderators alone',
	async (state) => {
		const id = await hand.open({ state, checkBy: null, publishedAt: null })
		expect((await shows(id)).status).toBe(404)
		expect((await shows(id, 'stranger')).status).toBe(404)
		expect((await shows(id, 'author')).status).toBe(200)
		cleanup()
		expect((await shows(id, 'moderator')).status).toBe(200)
	},
)

test('nothing that is not public is in the data of the page', async () => {
	const { petitionId } = await hand.reached({ authorName: 'Secret Name', authorAddress: 'Secret Street' })
	await hand.signed(petitionId, 3)
	const { loaded } = await shows(petitionId, 'author')
	expect(JSON.stringify(loaded)).not.toMatch(/Secret|Signer 1|home\.example|signer-1/)
})

test('a decision is shown as a letter with its reasons, once it is published', async () => {
	const decided = {
		state: 'decided' as const,
		sentAt: noon('2026-04-02'),
		registeredOn: '2026-04-03',
		rule: 'petition.consider_central',
		dueOn: '2026-06-04',
		decidedOn: '2026-05-20',
		outcome: 'partly_granted',
		html: '<p>Yards will be served.</p>',
		language: 'en',
		reasons: 'There is money for half of them.',
		signerName: 'Minister M.',
		promises: [{ text: 'Half of the yards are served.', dueOn: '2026-10-01' }],
	}
	const { petitionId } = await hand.reached({ state: 'decided' }, decided)
	await shows(petitionId)
	expect(screen.queryByText('Yards will be served.')).toBeNull()
	cleanup()
	const other = await hand.reached({ state: 'decided' }, { ...decided, publishedAt: noon('2026-05-21') })
	await shows(other.petitionId)
	const letter = within(screen.getByRole('region', { name: 'Decision on the petition' }))
	expect(letter.getByText('There is money for half of them.')).toBeTruthy()
	expect(letter.getByText('Half of the yards are served.')).toBeTruthy()
	expect(screen.getByText(/Done on .* on day \d+ of 40/)).toBeTruthy()
})

test('two that ask for the opposite stand side by side, from either page', async () => {
	const one = await hand.open()
	const other = await hand.open({ counterTo: one })
	for (const id of [one, other]) {
		await shows(id)
		expect(
			within(screen.getByRole('region', { name: 'Two petitions side by side' })).getAllByRole('listitem'),
		).toHaveLength(2)
		cleanup()
	}
})

test('what happened is told in words, and counting again each night is not', async () => {
	const id = await hand.open()
	await hand.write(async (tx) => {
		const of = { subject: 'petition' as const, subjectId: String(id), by: 'system', on: '2026-03-05' }
		await record(tx, { ...of, type: 'milestone', at: noon('2026-03-05'), details: { share: 25 } })
		await record(tx, { ...of, type: 'removal-run', at: noon('2026-03-06'), details: { removed: 1204 } })
		await record(tx, { ...of, type: 'recounted', at: noon('2026-03-06'), details: { agreed: true } })
	})
	await shows(id)
	const timeline = within(screen.getByRole('region', { name: 'What has happened' }))
	expect(timeline.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
		expect.stringContaining('1,204 signatures were taken out of the count'),
		expect.stringContaining('25 % of the signatures needed were collected'),
	])
})

test('a translation is marked, one tap away from the text of record', async () => {
	const id = await hand.open()
	await hand.write((tx) =>
		tx.insert(petitionTexts).values({
			petitionId: id,
			language: 'kk',
			title: 'Таза аула',
			html: '<p>Әр аулада батарея жиналсын.</p>',
			updatedAt: noon('2026-02-02'),
		}),
	)
	await shows(id)
	expect(screen.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('ru')
	expect(screen.getByRole('heading', { name: 'Таза аула' }).closest('details')?.textContent).toContain(
		'A translation.',
	)
})

test('the list narrows by state, body and words, and sorts by what was signed', async () => {
	const small = await hand.open()
	const great = await hand.open()
	await hand.signed(great, 2)
	await hand.open({ state: 'returned' })
	await hand.write((tx) => tx.update(petitions).set({ bodyId: 'HSG' }).where(eq(petitions.id, small)))
	const numbers = async (query: string) => {
		const { loaded } = await visit(world, List, { path: `/en/petitions?${query}` })
		cleanup()
		return (loaded as { list: { items: { id: number }[]; total: number } }).list.items.map(({ id }) => id)
	}
	expect(await numbers('state=open&sort=signed')).toEqual([great, small])
	expect(await numbers('state=open&body=HSG')).toEqual([small])
	expect(await numbers('state=archive')).toHaveLength(1)
	expect(await numbers('q=nothing')).toEqual([])
	expect((await visit(world, List, { path: '/en/petitions?state=draft' })).status).toBe(404)
})
