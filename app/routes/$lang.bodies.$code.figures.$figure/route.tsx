import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodyNamed } from '#app/bodies/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { bodiesPath, bodyFigurePath, bodyPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { behindFigure } from '#app/statistics/behind-figure.server.ts'
import { BehindFigure } from '#app/statistics/behind-figure.tsx'
import { store } from '#app/store.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const body = await bodyNamed(read, params.code ?? '')
	const list = body && (await behindFigure({ bodyId: body.id }, { request, name: params.figure }))
	if (!list) throw notFound()
	const heading = translator(language)(`blogs:figures.list.${list.figure}`)
	return { ...list, title: `${heading} · ${body.names[language]}`, body }
}

export default function BodyFigure() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { body, ...list } = useLoaderData<typeof loader>()
	return (
		<BehindFigure
			{...list}
			way={[
				{ label: t('bodies.title'), href: bodiesPath(language) },
				{ label: body.names[language], href: bodyPath(language, body.code) },
			]}
			hrefFor={(figure, page) => bodyFigurePath(language, body.code, figure, { page })}
		/>
	)
}
