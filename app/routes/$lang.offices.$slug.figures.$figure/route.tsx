import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { officeBySlug } from '#app/bodies/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { bodiesPath, bodyPath, officeFigurePath, officePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { behindFigure } from '#app/statistics/behind-figure.server.ts'
import { BehindFigure } from '#app/statistics/behind-figure.tsx'
import { store } from '#app/store.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const office = await officeBySlug(read, params.slug ?? '')
	const list = office && (await behindFigure({ officeId: office.id }, { request, name: params.figure }))
	if (!list) throw notFound()
	const heading = translator(language)(`blogs:figures.list.${list.figure}`)
	return { ...list, title: `${heading} · ${office.names[language]}`, office }
}

export default function OfficeFigure() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { office, ...list } = useLoaderData<typeof loader>()
	return (
		<BehindFigure
			{...list}
			way={[
				{ label: t('bodies.title'), href: bodiesPath(language) },
				{ label: office.body.names[language], href: bodyPath(language, office.body.code) },
				{ label: office.names[language], href: officePath(language, office.slug) },
			]}
			hrefFor={(figure, page) => officeFigurePath(language, office.slug, figure, { page })}
		/>
	)
}
