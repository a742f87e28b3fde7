import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

test('one answer a line, in order; a bad line fails the run and not the others', {
	timeout: 60_000,
}, async () => {
	const { lines, status } = await run([
		'{"id":"a","profile":"KZ","rule":"inquiry.answer","received":"2026-03-06T19:10:00+05:00"}',
		'not json',
		'',
		'{"id":"b","profile":"KZ","rule":"petition.check","anchor":"2026-05-05"}',
		'{"id":3,"profile":"XX","rule":"petition.check","anchor":"2026-05-05"}',
		'{"id":"c","profile":"GB","limit":{"n":20,"unit":"wd"},"anchor":"2026-02-02"}',
	])
	expect(lines).toMatchObject([
		{ id: 'a', registered: '2026-03-10', due: '2026-04-03' },
		{ id: null, error: 'bad-json' },
		{ id: 'b', due: '2026-06-05' },
		{ id: 3, error: 'unknown-profile' },
		{ id: 'c', due: '2026-03-02' },
	])
	expect(lines[0].days.at(-1)).toEqual({ day: '2026-04-03', n: 15, why: 'due' })
	expect(status).toBe(1)
})

test('thousands of lines come out whole, and the status is 0', { timeout: 60_000 }, async () => {
	const asked = Array.from({ length: 5000 }, (_, id) => ({
		id,
		profile: 'KZ',
		rule: 'inquiry.answer',
		anchor: '2026-01-12',
	}))
	const { lines, status } = await run(asked.map((request) => JSON.stringify(request)))
	expect(lines.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
	expect(new Set(lines.map(({ due }) => due))).toEqual(new Set(['2026-02-02']))
	expect(status).toBe(0)
})

// biome-ignore lint/suspicious/noExplicitAny: whatever the command prints
function run(input: string[]): Promise<{ lines: any[]; status: number | null }> {
	return new Promise((resolve, reject) => {
		const command = spawn(process.execPath, ['--import', 'tsx', 'scripts/deadline.ts'])
		let output = ''
		command.stdout.setEncoding('utf8').on('data', (text) => {
			output += text
		})
		command.on('error', reject)
		command.on('close', (status) =>
			resolve({
				lines: output
					.trim()
					.split('\n')
					.map((line) => JSON.parse(line)),
				status,
			}),
		)
		command.stdin.end(input.join('\n'))
	})
}
