import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepDuty } from '#app/considerations/duties.server.ts'
import { startSession } from '#app/people/session.server.ts'
import * as desk from '#app/routes/$lang.desk.petitions._index/route.tsx'
import * as one from '#app/routes/$lang.desk.petitions.$considerationId._index/route.tsx'
import * as decision from '#app/routes/$lang.desk.petitions.$considerationId.decision/route.tsx'
import * as discussion from '#app/routes/$lang.desk.petitions.$considerationId.discussion/route.tsx'
import * as duties from '#app/routes/$lang.desk.petitions.$considerationId.duties/route.tsx'
import * as signatures from '#app/routes/$lang.desk.petitions.$considerationId.signatures._index/route.tsx'
import { action as list } from '#app/routes/$lang.desk.petitions.$considerationId.signatures.list[.]csv/route.ts'
import * as statement from '#app/routes/$lang.desk.petitions.$considerationId.statement/route.tsx'
import * as sending from '#app/routes/$lang.moderation.petitions.$petitionId.sending/route.tsx'
import { noon, petitionsOf } from '#tests/petitions/reached.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { visit } from './visit.tsx'

let world: World
let hands: ReturnType<typeof petitionsOf>
beforeEach(async () => {
	world = await aWorld()
	hands = petitionsOf(world)
})
afterEach(async () => {
	cleanup()
	await world.store.close()
})

const SENT = {
	state: 'sent' as const,
	sentAt: noon('2026-04-06'),
	registeredOn: '2026-04-06',
	dueOn: '2026-06-05',
	rule: 'petition.consider_central',
}
const sent = () => hands.reached({ state: 'considered' }, SENT)
const onDesk = (as: string, considerationId: number, form?: Record<string, string>) => ({
	as,
	params: { considerationId: String(considerationId) },
	form,
})

test('a moderator sees what a sending would give, and sends', async () => {
	const { petitionId, considerationId } = await hands.reached()
	const params = { petitionId: String(petitionId) }
	await visit(world, sending, { as: 'moderator', params })
	expect(screen.getByRole('button', { name: 'Send to the body' })).toBeTruthy()
	cleanup()
	const form = { intent: 'send', considerationId: String(considerationId) }
	expect(await visit(world, sending, { as: 'moderator', params, form })).toMatchObject({
		status: 302,
		location: `/en/moderation/petitions/${petitionId}/sending`,
	})
	expect((await hands.petition(petitionId)).state).toBe('considered')
})

test('the desk lists what waits for its body, and nobody else does', async () => {
	await sent()
	await visit(world, desk, { as: 'ENV:executor' })
	expect(screen.getByRole('link', { name: 'Clean yards' }).getAttribute('href')).toBe('/en/desk/petitions/1')
	cleanup()
	await visit(world, desk, { as: 'HSG:executor' })
	expect(screen.getByText('No petition waits for your decision')).toBeTruthy()
	cleanup()
	expect(await visit(world, one, onDesk('HSG:approver', 1))).toMatchObject({ status: 404 })
})

test('a member of the desk records, and only who approves decides', async () => {
	const { considerationId } = await sent()
	await visit(world, one, onDesk('ENV:clerk', considerationId))
	expect(screen.getByRole('link', { name: 'Record what was done' })).toBeTruthy()
	expect(screen.queryByRole('link', { name: 'Decide' })).toBeNull()
	cleanup()
	await visit(world, one, onDesk('ENV:approver', considerationId))
	expect(screen.getByRole('link', { name: 'Decide' })).toBeTruthy()
	expect(screen.getByRole('link', { name: 'List of those who signed' })).toBeTruthy()
})

test('what a duty is refused for is said, and what was typed stays', async () => {
	const { considerationId } = await sent()
	const form = { duty: 'commission_with_starter', kept: 'waived', note: 'No time' }
	await visit(world, duties, onDesk('ENV:clerk', considerationId, form))
	expect(screen.getAllByText('The law does not allow this to be left out.').length).toBeGreaterThan(0)
	expect(screen.getByRole('textbox', { name: /What shows it/ })).toHaveProperty('value', 'No time')
})

test('a notice that would come too late is refused beside its day', async () => {
	const { considerationId } = await sent()
	const form = { discussionOn: '2026-04-07', draft: 'A draft' }
	expect(await visit(world, discussion, onDesk('ENV:clerk', considerationId, form))).toMatchObject({
		status: 409,
	})
	expect(screen.getAllByText(/the notice would come too late/).length).toBeGreaterThan(0)
})

test('the decision can be looked at before it is signed, and names what is missing', async () => {
	const { considerationId } = await hands.reached(
		{ state: 'considered', profileId: 'EE', language: 'en' },
		{ ...SENT, rule: null },
	)
	const form = { intent: 'preview', outcome: 'bill', language: 'en', body: 'A **bill** is written.' }
	await visit(world, decision, onDesk('ENV:approver', considerationId, form))
	expect(screen.getByText('How it will be published')).toBeTruthy()
	expect(screen.getByText('bill').tagName).toBe('STRONG')
	cleanup()
	const incomplete = { ...form, intent: 'decide', body: '' }
	expect(await visit(world, decision, onDesk('ENV:approver', considerationId, incomplete))).toMatchObject({
		status: 422,
	})
	cleanup()
	const whole = { ...form, intent: 'decide' }
	expect(await visit(world, decision, onDesk('ENV:approver', considerationId, whole))).toMatchObject({
		location: `/en/desk/petitions/${considerationId}`,
	})
	expect((await hands.consideration(considerationId)).state).toBe('decided')
})

test('the decision of a body in Kazakhstan waits for its duties', async () => {
	const { petitionId, considerationId } = await sent()
	await hands.write((tx) =>
		keepDuty(tx, {
			petitionId,
			considerationId,
			...hands.as('ENV:clerk', '2026-04-10'),
			duty: 'commission_with_starter',
			doneOn: '2026-04-10',
			note: 'Order 12',
			waived: false,
		}),
	)
	await visit(world, decision, onDesk('ENV:approver', considerationId))
	expect(screen.getByText('Still to be done before the decision')).toBeTruthy()
	expect(screen.queryByText(/Commission or working group/)).toBeNull()
	expect(screen.queryByRole('button', { name: 'Sign and publish the decision' })).toBeNull()
})

test('the statement of the head follows the decision', async () => {
	const { considerationId } = await hands.reached(
		{ state: 'decided' },
		{ ...SENT, state: 'decided', decidedOn: '2026-05-29', decidedAt: noon('2026-05-29') },
	)
	const form = { on: '2026-06-01', statement: 'It will be done.' }
	await visit(world, statement, onDesk('ENV:approver', considerationId, form))
	expect((await hands.consideration(considerationId)).statement).toBe('It will be done.')
})

test('the list comes as a file once, and is gone after its receipt is confirmed', async () => {
	const { petitionId, considerationId } = await sent()
	await hands.signed(petitionId, 2)
	await visit(world, signatures, onDesk('ENV:approver', considerationId))
	expect(screen.getByRole('button', { name: 'Download the list (CSV)' })).toBeTruthy()
	cleanup()
	expect(await (await download(considerationId)).text()).toContain('1,Signer 1,KZ-71,eds,3,')
	const received = { intent: 'received' }
	await visit(world, signatures, onDesk('ENV:approver', considerationId, received))
	await visit(world, signatures, onDesk('ENV:approver', considerationId))
	expect(screen.getByText('Your body has the list, and it is not given out again.')).toBeTruthy()
	expect((await download(considerationId)).status).toBe(410)
})

async function download(considerationId: number): Promise<Response> {
	const personId = String(world.actors['ENV:approver']?.personId)
	const shown = { level: 1, proof: 'password', factorAt: new Date() } as const
	const { headers } = await startSession(new Request('http://localhost/en'), personId, shown)
	const Cookie = String(headers.get('Set-Cookie')).split(';', 1)[0] as string
	const request = new Request('http://localhost/en', { method: 'POST', headers: { Cookie } })
	const params = { lang: 'en', considerationId: String(considerationId) }
	return list({ request, params, context: {} } as never).catch((thrown: Response) => thrown)
}
