import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { isLanguage } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { notFound } from '#app/not-found.ts'
import { unreadOf } from '#app/notices/find.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'
import { Frame } from './frame.tsx'
import { WhatWentWrong, wrongKind } from './what-went-wrong.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
	if (!isLanguage(params.lang)) throw notFound()
	const { DEMO, JURISDICTION, PUBLIC_URL } = configuration()
	const t = translator(params.lang)
	const person = await personOf(request)
	return {
		person,
		unread: person ? await unreadOf((await store()).readOwn, person.personId) : 0,
		demo: DEMO,
		jurisdiction: JURISDICTION,
		publicUrl: PUBLIC_URL,
		// A page's title is made where there is no hook to ask for words.
		wrong: {
			missing: t('wrong.missing.title'),
			forbidden: t('wrong.forbidden.title'),
			often: t('wrong.often.title'),
			failed: t('wrong.failed.title'),
		},
	}
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
	{ title: error && data ? `${data.wrong[wrongKind(error)]} · Jauap` : 'Jauap' },
]

// What a page says of its own keeping holds; the server says it for the others.
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export default function InLanguage() {
	return (
		<Frame {...useRouteLoaderData<typeof loader>('routes/$lang')}>
			<Outlet />
		</Frame>
	)
}

/** A page that failed keeps its frame, so that the way on is in sight. */
export function ErrorBoundary() {
	return (
		<Frame {...useRouteLoaderData<typeof loader>('routes/$lang')}>
			<WhatWentWrong />
		</Frame>
	)
}
