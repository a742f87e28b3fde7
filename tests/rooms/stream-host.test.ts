import { expect, test } from 'vitest'
import { isEmbedded, isStreamLink } from '#app/rooms/stream-host.ts'
import { readConfiguration } from '#server/configuration.ts'

const HOSTS = ['video.example']

test('a stream of a named host stands in the page', () => {
	expect(isEmbedded('https://video.example/embed/1?autoplay=1', HOSTS)).toBe(true)
})

test.each([
	'http://video.example/embed',
	'https://video.example.evil.example/',
	'https://evil.example/?https://video.example',
	'https://video.example@evil.example/',
	'https://user:word@video.example/',
	'https://video.example:8443/',
	'//video.example/',
	'javascript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'',
])('%s does not', (url) => {
	expect(isEmbedded(url, HOSTS)).toBe(false)
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'no address'])(
	'%s is not even a link',
	(url) => expect(isStreamLink(url)).toBe(false),
)

test.each([
	"video.example 'unsafe-inline'",
	'video.example;script-src',
	'*',
	'https://video.example',
	'*.example',
])('a host %s is not taken from the settings', (hosts) => {
	expect(() => readConfiguration({ STREAM_HOSTS: hosts, SECRET_KEY: 'k'.repeat(40) })).toThrow('STREAM_HOSTS')
})
