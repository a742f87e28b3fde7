import type { IncomingMessage } from 'node:http'
import { type Language, languageFor, languageOfPath } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'

/** For the case that not even the page that tells of a failure could be made, or must not be: there are too many. */
export function failurePage(
	{ url = '/', headers }: IncomingMessage,
	why: 'failed' | 'busy',
): { language: Language; html: string } {
	const heard = new Headers()
	for (const name of ['cookie', 'accept-language'] as const) heard.set(name, headers[name] ?? '')
	const language = languageOfPath(url) ?? languageFor(heard)
	const t = translator(language)
	const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jauap</title></head>
<body>
<h1>${t(`wrong.${why}.title`)}</h1>
<p>${t(`wrong.${why}.lost`)}</p>
<p>${t(`wrong.${why}.next`)}</p>
<p><a href="/${language}">${t('wrong.home')}</a></p>
</body>
</html>
`
	return { language, html }
}
