import { format } from 'node:util'
import { afterEach, beforeEach, expect, vi } from 'vitest'

const complaints: string[] = []

// A test that expects one says so: vi.spyOn(console, 'error') in the test takes this one's place.
beforeEach(() => {
	complaints.length = 0
	vi.spyOn(console, 'error').mockImplementation((...values) => void complaints.push(format(...values)))
})

afterEach(() => {
	vi.restoreAllMocks()
	expect(complaints, 'unexpected console.error').toEqual([])
})
