import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openSession } from '#app/people/session-rows.server.ts'
import type { Store } from '#db/store.ts'
import { openQuickForms, type QuickForm } from '#server/quick-forms.ts'
import { aWorld } from '#tests/support/world.ts'

/** A site of this one form, with the author signed in; for a page it says what the page would be given. */
export async function aQuickSite(form: QuickForm) {
	const { store } = await aWorld()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	// Long enough ago that a page would write down that the session is still used.
	const now = new Date(Date.now() - 3 * 24 * 60 * 60_000)
	const session = await store.write('s', (tx) =>
		openSession(tx, { personId: 'author', level: 1, proof: 'password', now }),
	)
	const configuration = { PUBLIC_URL: 'https://jauap.example', TRUST_PROXY: 0 }
	const quick = openQuickForms({ configuration, security: { 'X-Frame-Options': 'DENY' }, forms: [form] })
	const server = createServer((request: IncomingMessage & { body?: Buffer }, response) => {
		const pass = () => response.end(`the page, with ${request.body ?? 'nothing read'}`)
		if (!quick(request, response, pass, (error) => response.writeHead(500).end(String(error)))) pass()
	}).listen(0)
	const site = `http://localhost:${(server.address() as AddressInfo).port}`
	return {
		store,
		send: async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
			const answer = await fetch(site + path, {
				method: 'POST',
				redirect: 'manual',
				body: new URLSearchParams(fields),
				headers: { Cookie: `jauap_session=${session}`, 'Sec-Fetch-Site': 'same-origin', ...headers },
			})
			return { answer, text: await answer.text() }
		},
		close: () => new Promise((resolve) => server.close(resolve)),
	}
}

/** What no form is taken from without its page. */
export const UNREAD: readonly [string, Record<string, string>][] = [
	['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
	['that says nothing of where it comes from', { 'Sec-Fetch-Site': '' }],
	['of nobody', { Cookie: '' }],
	['that is no form of a browser', { 'Content-Type': 'application/json' }],
]
