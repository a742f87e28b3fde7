import { createRemixStub } from '@remix-run/testing'
import { render } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { vi } from 'vitest'
import { i18nIn } from '#app/i18n/translator.ts'
import { startSession } from '#app/people/session.server.ts'
import type { Store } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'

// Finding by role is slow in jsdom, on a busy machine more so.
vi.setConfig({ testTimeout: 20_000 })

interface Route {
	default: React.ComponentType
	loader: (args: never) => Promise<unknown>
	action?: (args: never) => Promise<unknown>
}

interface Visit {
	/** Of the world's people; nobody when left out. */
	as?: string
	/** When they showed a second factor; just now when left out, as those who work in the name of a body have. */
	factorAt?: Date
	path?: string
	params?: Record<string, string>
	/** What is sent, when a form is. */
	form?: Record<string, string>
}

type Told = { status: number; location: string | null; loaded: object; answer?: object }

/** Loads a page of the world as its visitor would, sends a form where there is one, and shows what comes. */
export async function visit(
	world: World,
	route: Route,
	{ as, factorAt = new Date(), path = '/en', params, form }: Visit,
) {
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(world.store)
	const cookie = as ? await cookieOf(String(world.actors[as]?.personId), factorAt) : ''
	const given = { params: { lang: 'en', ...params }, context: {} }
	const ask = async (work: Route['loader'], sent?: Record<string, string>) =>
		toldBy(await work({ ...given, request: request(path, cookie, sent) } as never).catch((thrown) => thrown))

	const answered = form && route.action ? await ask(route.action, form) : undefined
	if (answered?.location || (answered && answered.status === 404)) return told(answered)
	const loaded = await ask(route.loader)
	if (loaded.status !== 200) return told(loaded)
	const answer = answered?.data
	const Stub = createRemixStub([
		{ path: '*', Component: route.default, loader: () => loaded.data as object, action: () => answer ?? {} },
	])
	const shown = render(
		<I18nextProvider i18n={i18nIn('en')}>
			<Stub
				initialEntries={[path]}
				hydrationData={{
					loaderData: { '0': loaded.data },
					actionData: answer ? { '0': answer } : undefined,
				}}
			/>
		</I18nextProvider>,
	)
	return { ...told(answered ?? loaded), loaded: loaded.data as object, ...shown }
}

async function cookieOf(personId: string, factorAt: Date): Promise<string> {
	const shown = { level: 1, proof: 'password', factorAt } as const
	const { headers } = await startSession(request('/en'), personId, shown)
	return String(headers.get('Set-Cookie')).split(';', 1)[0] as string
}

const told = ({ status, location }: Asked): Told => ({ status, location, loaded: {} })

interface Asked {
	status: number
	location: string | null
	data: unknown
}

function toldBy(answer: unknown): Asked {
	if (answer instanceof Error) throw answer
	if (answer instanceof Response)
		return { status: answer.status, location: answer.headers.get('Location'), data: undefined }
	const { data, init } = answer as { data?: unknown; init?: ResponseInit | null }
	const wrapped = typeof answer === 'object' && answer !== null && 'init' in answer && 'data' in answer
	return { status: init?.status ?? 200, location: null, data: wrapped ? data : answer }
}

function request(path: string, cookie = '', form?: Record<string, string>) {
	const headers = { Cookie: cookie.split(';', 1)[0] ?? '' }
	return new Request(`http://localhost${path}`, {
		headers,
		...(form && { method: 'POST', body: new URLSearchParams(form) }),
	})
}
