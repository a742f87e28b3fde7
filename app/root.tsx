import { Meta, Outlet, useLocation, useMatches, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LANGUAGES } from './i18n/languages.ts'
import { inLanguage, isPersonalPath } from './links.ts'
import { type RenewedPage, scriptOf } from './page-handle.ts'
import { WhatWentWrong } from './routes/$lang/what-went-wrong.tsx'
import theme from './theme/index.css?url'

export const meta = () => [{ title: 'Jauap' }]

export default function Page() {
	return <Outlet />
}

/** The last net: what is shown when even the frame of the site could not be made. */
export function ErrorBoundary() {
	return (
		<main id="main" className="page">
			<WhatWentWrong />
		</main>
	)
}

export function Layout({ children }: { children: ReactNode }) {
	const { t, i18n } = useTranslation()
	// Reading, asking, signing and answering need no script, so they are sent none.
	const matches = useMatches()
	const script = scriptOf(matches.map(({ handle }) => handle))
	const { renewSeconds } = (matches.at(-1)?.data ?? {}) as RenewedPage
	return (
		<html lang={i18n.language} dir="ltr" data-color-scheme="auto">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<Meta />
				<link rel="stylesheet" href={theme} />
				<link rel="icon" href="/icon.svg" type="image/svg+xml" />
				<link rel="manifest" href="/manifest.webmanifest" />
				<Translations />
				{renewSeconds && (
					<noscript>
						<meta httpEquiv="refresh" content={String(renewSeconds)} />
					</noscript>
				)}
			</head>
			<body>
				<a className="ds-skip-link skip-link" href="#main">
					{t('frame.skip')}
				</a>
				{children}
				{script && <script type="module" src={script} />}
			</body>
		</html>
	)
}

/** The same page in the other languages, for search engines; what is somebody's own is in none of them. */
function Translations() {
	const { pathname, search } = useLocation()
	const frame = useRouteLoaderData<{ publicUrl: string }>('routes/$lang')
	if (!frame || isPersonalPath(pathname)) return null
	return LANGUAGES.map((language) => (
		<link
			key={language}
			rel="alternate"
			hrefLang={language}
			href={frame.publicUrl + inLanguage(language, pathname) + search}
		/>
	))
}
