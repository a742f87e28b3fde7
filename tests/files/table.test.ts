import { expect, test } from 'vitest'
import { tableFile } from '#app/files/table.server.ts'

async function* lines() {
	yield 'number\r\n'
	yield '1\r\n'
}
const take = (clientAddress: string) => tableFile('questions', lines(), { clientAddress } as never)

test('nothing of a list is read for what is made once for all', async () => {
	const answer = await tableFile('questions', lines(), { shared: true } as never)
	expect(answer.headers.get('Cache-Control')).toBe('no-store')
	expect(await answer.text()).toBe('')
})

test('a list is taken along as a table, thirty times an hour from one address', async () => {
	const first = await take('203.0.113.40')
	expect(await first.text()).toBe('number\r\n1\r\n')
	expect(first.headers.get('Content-Disposition')).toBe('attachment; filename="questions.csv"')
	for (let n = 1; n < 30; n++) await take('203.0.113.40')
	const stopped = await take('203.0.113.40').catch((answer: Response) => answer)
	expect(stopped.status).toBe(429)
	expect(Number(stopped.headers.get('Retry-After'))).toBeGreaterThan(3500)
	expect((await take('198.51.100.40')).status).toBe(200)
})
