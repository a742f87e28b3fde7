import { RemixBrowser } from '@remix-run/react'
import type { ResourceKey } from 'i18next'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { speaking } from './i18n/instance.ts'
import { isLanguage, type Language } from './i18n/languages.ts'
import { ScriptNonce } from './script-nonce.ts'

const SPOKEN: Record<Language, () => Promise<{ default: Record<string, ResourceKey> }>> = {
	kk: () => import('./i18n/kk/index.ts'),
	ru: () => import('./i18n/ru/index.ts'),
	en: () => import('./i18n/en/index.ts'),
}

const { lang } = document.documentElement
if (isLanguage(lang)) {
	const { default: catalogs } = await SPOKEN[lang]()
	// A browser hides the word in the attribute and keeps it in the property.
	const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
	startTransition(() => {
		hydrateRoot(
			document,
			<ScriptNonce.Provider value={nonce}>
				<I18nextProvider i18n={speaking(lang, catalogs)}>
					<RemixBrowser />
				</I18nextProvider>
			</ScriptNonce.Provider>,
		)
	})
}
