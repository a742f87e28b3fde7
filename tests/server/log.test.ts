import { expect, test } from 'vitest'
import { withoutValues } from '#server/log.ts'

test('an error of the database is logged without the values of its statement', () => {
	const params = ['Aigul Sultanova', 'aigul@example.org']
	const error = Object.assign(new Error(`Failed query: insert ...\nparams: ${params}`), {
		query: 'insert into "people" values ($1, $2)',
		params,
		cause: Object.assign(new Error('duplicate key (email)=(aigul@example.org)'), { code: '23505' }),
	})
	const logged = JSON.stringify(withoutValues(error))
	expect(logged).toContain('insert into')
	expect(logged).toContain('23505')
	expect(logged).not.toMatch(/aigul|sultanova/i)
	expect(JSON.stringify(withoutValues(new Error('lost', { cause: error })))).not.toMatch(/aigul/i)
})
