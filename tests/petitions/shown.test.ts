import { expect, test } from 'vitest'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { goalOf } from '#app/petitions/goal.ts'
import { stagesOf } from '#app/petitions/stages.ts'
import { drawGrowth } from '#app/signing/growth.ts'
import { tilesOf } from '#app/ui/tiles.ts'

const day = (on: string) => new Date(`${on}T00:00:00Z`)

test('the goal is the next threshold, and the last one when all are reached', () => {
	const thresholds = [
		{ key: 'response', needed: 10_000 },
		{ key: 'debate', needed: 100_000 },
	]
	expect(goalOf(thresholds, 9_999)?.key).toBe('response')
	expect(goalOf(thresholds, 10_000)?.key).toBe('debate')
	expect(goalOf(thresholds, 100_000)?.key).toBe('debate')
	expect(goalOf(null, 5)).toBeUndefined()
})

test('the picture of the growth ends at the total, and shows what is needed once it is in sight', () => {
	const points = [
		{ at: day('2026-03-02'), confirmed: 10 },
		{ at: day('2026-03-05'), confirmed: 30 },
	]
	const near = drawGrowth({ by: 'day', points }, 60)
	expect(near?.top.number).toBe(40)
	expect(near?.goal?.y).toBeLessThan(near?.top.y ?? 0)
	expect(drawGrowth({ by: 'day', points }, 50_000)?.goal).toBeUndefined()
	expect(drawGrowth({ by: 'day', points: [] }, 60)).toBeUndefined()
})

test('each of the twenty regions has a tile of its own, shaded by its part', () => {
	const { tiles } = tilesOf([
		{ region: 'KZ-75', confirmed: 100 },
		{ region: 'KZ-71', confirmed: 10 },
		{ region: 'unknown', confirmed: 1000 },
	])
	expect(tiles).toHaveLength(20)
	expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(20)
	const shade = (code: string) => tiles.find(({ region }) => region === code)?.shade
	expect([shade('KZ-75'), shade('KZ-71'), shade('KZ-10')]).toEqual([4, 1, 0])
})

const WRITTEN = {
	state: 'open' as const,
	thresholds: [{ key: 'national', needed: 50_000 }],
	linkedAt: day('2026-01-05'),
	sponsoredAt: day('2026-01-20'),
	sponsorsBy: '2026-02-03',
	checkedAt: day('2026-02-20'),
	checkBy: '2026-02-17',
	publishedAt: day('2026-03-02'),
	collectsUntil: '2026-09-02',
	endedAt: null,
}

test('the stages are those of the law in force: none is shown that it does not know', () => {
	const ids = (code: string) => stagesOf(WRITTEN, [], profileById(code)!).map(({ id }) => id)
	expect(ids('KZ')).toEqual(['sponsors', 'check', 'publication', 'collect', 'sent', 'decision'])
	expect(ids('EE')).not.toContain('sponsors')
	expect(ids('EE')).not.toContain('check')
})

test('a stage that was done after its legal day says so', () => {
	const [sponsors, check] = stagesOf(WRITTEN, [], profileById('KZ')!)
	expect(sponsors).toEqual({ id: 'sponsors', time: 'done', on: '2026-01-20', by: '2026-02-03' })
	expect(check).toMatchObject({ late: true, by: '2026-02-17' })
})

test('where several numbers count, each has its own way', () => {
	const considered = (threshold: string) => ({
		threshold,
		sentAt: day('2026-04-01'),
		decidedOn: null,
		dueOn: null,
	})
	const thresholds = [
		{ key: 'response', needed: 10 },
		{ key: 'debate', needed: 100 },
	]
	const stages = stagesOf(
		{ ...WRITTEN, thresholds },
		[considered('response'), considered('debate')],
		profileById('GB')!,
	)
	expect(
		stages.filter(({ id }) => id === 'decision').map(({ threshold, time }) => [threshold, time]),
	).toEqual([
		['response', 'now'],
		['debate', 'now'],
	])
})
