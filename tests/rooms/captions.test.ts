import { describe, expect, test } from 'vitest'
import { readCaptions } from '#app/rooms/captions.server.ts'
import { paragraphsOf, underItems } from '#app/rooms/transcript.ts'

const said = async (text: string) => {
	const outcome = await readCaptions(text)
	return outcome.ok ? outcome.value : outcome.refusal
}

describe('a file of captions', () => {
	test('is read as WebVTT or SubRip, by its own first words', async () => {
		const vtt = 'WEBVTT\n\n00:01.000 --> 00:03.500\n<v Ann>Hello <b>all</b> &amp; welcome\n'
		const srt = '1\r\n00:00:01,000 --> 00:00:03,500\r\nHello <i>all</i> &amp; welcome\r\n'
		const cue = { from: 1, to: 3.5, text: 'Hello all & welcome' }
		expect(await said(vtt)).toEqual([cue])
		expect(await said(srt)).toEqual([cue])
		expect(await said(`\uFEFF${vtt}`)).toEqual([cue])
	})

	test('brings words only, however hostile it is', async () => {
		const cue = (text: string) =>
			`WEBVTT\n\nSTYLE\n::cue { background: url(https://evil.example) }\n\n00:01.000 --> 00:02.000\n${text}\n`
		expect(await said(cue('<script>alert(1)</script>'))).toMatchObject([{ text: 'alert(1)' }])
		expect(await said(cue('<img src=x onerror=alert(1)>a'))).toMatchObject([{ text: 'a' }])
		expect(await said(cue('&constructor;'))).toMatchObject([{ text: '&constructor;' }])
		expect(await said(cue('a'.repeat(5000)))).toMatchObject([{ text: 'a'.repeat(1000) }])
	})

	test('takes no longer for signs and lines that never end', async () => {
		const cue = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n${text}\n`
		const began = performance.now()
		expect(await said(cue('<'.repeat(200_000)))).toMatchObject([{ from: 1 }])
		expect(await said(cue('<\n'.repeat(200_000)))).toMatchObject([{ from: 1 }])
		expect(performance.now() - began).toBeLessThan(2000)
	})

	test('without anything said is refused, and so is one without end', async () => {
		for (const text of ['', 'WEBVTT', 'hello', '\u0000\u0001', '<?xml version="1.0"?><a/>', '{}'])
			expect(await said(text)).toBe('no-captions')
		expect(await said('WEBVTT\n\n99:00:01.000 --> 99:00:02.000\nmuch too late')).toBe('no-captions')
		const many = Array.from({ length: 20_001 }, (_, n) => `${n}\n00:00:01,000 --> 00:00:02,000\nx\n`)
		expect(await said(many.join('\n'))).toBe('captions-too-long')
	})
})

test('captions are read as paragraphs under the items of the agenda, by the clock', () => {
	const cues = [
		{ from: 0, to: 2, text: 'Good morning.' },
		{ from: 3, to: 5, text: 'We begin.' },
		{ from: 70, to: 72, text: 'The report.' },
	]
	const paragraphs = paragraphsOf(cues)
	expect(paragraphs).toEqual([
		{ from: 0, text: 'Good morning. We begin.' },
		{ from: 70, text: 'The report.' },
	])
	const begins = new Date('2026-04-14T05:00:00Z')
	const item = { id: 'report', startedAt: new Date('2026-04-14T05:01:00Z') }
	const parts = underItems(paragraphs, begins, [item, { id: 'later', startedAt: null }])
	expect(parts.map(({ item, said }) => [item?.id ?? null, said.map(({ at }) => at.toISOString())])).toEqual([
		[null, ['2026-04-14T05:00:00.000Z']],
		['report', ['2026-04-14T05:01:10.000Z']],
	])
})
