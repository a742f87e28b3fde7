import type { Request, Response } from 'express'
import { describe, expect, test } from 'vitest'
import { isSameOrigin, sameOriginOnly, scriptPolicy, securityHeaders } from '#server/security.ts'

const SITE = { production: false, PUBLIC_URL: 'https://jauap.example', STREAM_HOSTS: ['video.example'] }

function policyOf(header: string | undefined) {
	return Object.fromEntries((header ?? '').split(';').map((part) => part.trim().split(/ (.*)/).slice(0, 2)))
}

describe('the content security policy', () => {
	test('lets nothing run and nothing come from elsewhere', () => {
		const policy = policyOf(securityHeaders(SITE)['Content-Security-Policy'])
		expect(policy['default-src']).toBe("'none'")
		expect(policy['script-src']).toBeUndefined()
		expect(policy['style-src']).toBe("'self'")
		expect(policy['form-action']).toBe("'self'")
		expect(policy['frame-ancestors']).toBe("'none'")
		expect(policy['base-uri']).toBe("'none'")
		expect(JSON.stringify(policy)).not.toContain('unsafe')
	})

	test('lets files of this site alone run where a page has a script', () => {
		const policy = scriptPolicy(SITE)
		expect(policyOf(policy)).toMatchObject({ 'script-src': "'self'", 'connect-src': "'self'" })
		expect(policyOf(policy)['default-src']).toBe("'none'")
		expect(policy).not.toContain('unsafe')
	})

	test('lets streams of named hosts stand in the page that is for them, and in no other', () => {
		expect(policyOf(scriptPolicy(SITE, undefined, true))['frame-src']).toBe('https://video.example')
		expect(policyOf(scriptPolicy(SITE))['frame-src']).toBeUndefined()
		const none = policyOf(scriptPolicy({ ...SITE, STREAM_HOSTS: [] }, undefined, true))
		expect(none['frame-src']).toBeUndefined()
	})

	test('lets a script speak to one address more, where the page names it', () => {
		const policy = policyOf(scriptPolicy(SITE, 'wss://127.0.0.1:13579'))
		expect(policy['connect-src']).toBe("'self' wss://127.0.0.1:13579")
		expect(policy['script-src']).toBe("'self'")
	})

	test('lets no picture come from elsewhere', () => {
		const headers = securityHeaders(SITE)
		expect(policyOf(headers['Content-Security-Policy'])['img-src']).toBe("'self' data:")
	})
})

test('a production site insists on a safe connection, a trial does not', () => {
	expect(securityHeaders({ ...SITE, production: true })['Strict-Transport-Security']).toContain('max-age=')
	expect(securityHeaders(SITE)['Strict-Transport-Security']).toBeUndefined()
})

describe('a form is taken only from this site', () => {
	const host = 'localhost:3000'
	test.each([
		[{ 'sec-fetch-site': 'same-origin' }, true],
		[{ 'sec-fetch-site': 'none' }, true],
		[{ 'sec-fetch-site': 'same-site' }, false],
		[{ 'sec-fetch-site': 'cross-site', origin: `http://${host}` }, false],
		[{ origin: `http://${host}` }, true],
		[{ origin: 'https://jauap.example' }, true],
		[{ origin: 'https://jauap.example.evil.example' }, false],
		[{ origin: 'null' }, false],
		[{ origin: 'https://evil.example', referer: `http://${host}/kk` }, false],
		[{ referer: `http://${host}/kk/inquiries/new` }, true],
		[{ referer: 'https://evil.example/localhost:3000' }, false],
		[{}, false],
	])('%j → %s', (headers, taken) => {
		expect(isSameOrigin({ host, ...headers }, 'jauap.example')).toBe(taken)
	})
})

test('from elsewhere a form may come to the page that stops letters alone: mail programs post there', () => {
	const passes = (path: string) => {
		let passed = false
		const response = { status: () => response, type: () => response, send: () => response }
		sameOriginOnly(SITE)(
			{ method: 'POST', path, headers: { origin: 'https://mail.example' } } as Request,
			response as unknown as Response,
			() => {
				passed = true
			},
		)
		return passed
	}
	expect(passes('/kk/unfollow/f.1.2')).toBe(true)
	for (const path of ['/kk/account/following', '/kk/unfollow', '/kk/unfollow/f.1.2/more', '/kk/sign-out'])
		expect(passes(path)).toBe(false)
})
