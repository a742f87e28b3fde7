import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { homePath, searchPath } from '#app/links.ts'

/** What happened, that nothing was lost, and what to do next. */
export function WhatWentWrong() {
	const { t } = useTranslation()
	const language = useLanguage()
	const kind = wrongKind(useRouteError())
	return (
		<article className="went-wrong">
			<h1 className="ds-heading" data-size="lg">
				{t(`wrong.${kind}.title`)}
			</h1>
			<p>{t(`wrong.${kind}.lost`)}</p>
			<p>{t(`wrong.${kind}.next`)}</p>
			<ul className="ds-list">
				<li>
					<a className="ds-link" href={homePath(language)}>
						{t('wrong.home')}
					</a>
				</li>
				<li>
					<a className="ds-link" href={searchPath(language)}>
						{t('wrong.search')}
					</a>
				</li>
			</ul>
		</article>
	)
}

const KINDS = { 403: 'forbidden', 404: 'missing', 410: 'missing', 429: 'often' } as const

export function wrongKind(error: unknown) {
	return (isRouteErrorResponse(error) && KINDS[error.status as keyof typeof KINDS]) || 'failed'
}
