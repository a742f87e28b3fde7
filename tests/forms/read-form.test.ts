import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readForm, uploads } from '#app/forms/read-form.server.ts'

const ASK = z.object({
	text: z.string().min(10).max(20),
	kind: z.enum(['request', 'complaint']),
	email: z.email().optional(),
	on: z.iso.date().optional(),
	files: uploads({ maxFiles: 2, maxMegabytes: 1 }),
})

function sent(fields: Record<string, string | File | (string | File)[]>) {
	const form = new FormData()
	for (const [name, values] of Object.entries(fields)) {
		for (const value of [values].flat()) form.append(name, value)
	}
	return new Request('http://localhost/kk', { method: 'POST', body: form })
}

const GOOD = { text: 'Why is it so dark', kind: 'request' }
const aFile = (bytes: number, name = 'a.pdf') => new File([new Uint8Array(bytes)], name)

async function problems(fields: Parameters<typeof sent>[0]) {
	const form = await readForm(sent(fields), ASK)
	return form.ok ? {} : form.reply.error
}

test('a good form is read', async () => {
	const form = await readForm(sent({ ...GOOD, email: '', files: [aFile(5), aFile(6)] }), ASK)
	expect(form).toMatchObject({ ok: true, value: { ...GOOD, email: undefined } })
	expect(form.ok && form.value.files.map(({ size }) => size)).toEqual([5, 6])
})

describe('a problem is a code', () => {
	test.each([
		[{ kind: 'request' }, { text: ['required'] }],
		[{ ...GOOD, text: 'short' }, { text: ['tooShort:10'] }],
		[{ ...GOOD, text: 'x'.repeat(30) }, { text: ['tooLong:20'] }],
		[{ ...GOOD, kind: 'other' }, { kind: ['choice'] }],
		[{ text: GOOD.text }, { kind: ['required'] }],
		[{ ...GOOD, email: 'nobody' }, { email: ['email'] }],
		[{ ...GOOD, on: '2026-02-31' }, { on: ['day'] }],
		[{ ...GOOD, files: [aFile(1), aFile(1), aFile(1)] }, { files: ['tooManyFiles:2'] }],
		[{ ...GOOD, files: [aFile((1 << 20) + 1)] }, { 'files[0]': ['fileTooBig:1'] }],
		[{ ...GOOD, files: [aFile(0, 'empty.pdf')] }, { 'files[0]': ['fileEmpty'] }],
	])('%j', async (fields, expected) => {
		expect(await problems(fields)).toEqual(expected)
	})
})

test('what was typed comes back, a password does not', async () => {
	const schema = z.object({ name: z.string(), password: z.string().min(8) })
	const form = await readForm(sent({ name: 'Үлгі', password: 'short' }), schema)
	expect(form.ok).toBe(false)
	expect(!form.ok && form.reply.initialValue).toEqual({ name: 'Үлгі' })
})

test('what an act refuses comes back with what was typed', async () => {
	const form = await readForm(sent(GOOD), ASK)
	if (!form.ok) throw new Error('it should be read')
	expect(form.refuse('closed')).toMatchObject({ error: { '': ['closed'] }, initialValue: GOOD })
	expect(form.refuse('too-late', 'text')).toMatchObject({ error: { text: ['too-late'] } })
})

test('an empty file field is no file', async () => {
	const form = await readForm(sent({ ...GOOD, files: new File([], '') }), ASK)
	expect(form.ok && form.value.files).toEqual([])
})

test('signs that work unseen are taken out, and letters stay', async () => {
	const schema = z.object({ text: z.string() })
	const form = await readForm(sent({ text: ' Ә\u0000ң\u202eг\u0007і\r\nме\u0306 👩‍🌾 ' }), schema)
	expect(form.ok && form.value.text).toBe('Әңгі\nмӗ 👩‍🌾')
})

test('a name of a field reaches nothing but the form', async () => {
	const form = await readForm(sent({ ...GOOD, '__proto__.x': '1', __intent__: '{"type":"validate"}' }), ASK)
	expect(form.ok).toBe(true)
	expect(({} as Record<string, unknown>).x).toBeUndefined()
})
