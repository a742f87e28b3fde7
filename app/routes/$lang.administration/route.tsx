import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type AdministrationPage, administrationPath } from '#app/links.ts'
import { requireRole } from '#app/people/session.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

const PAGES: readonly AdministrationPage[] = [
	'bodies',
	'offices',
	'people',
	'calendar',
	'profile',
	'authorities',
]

export async function loader({ request }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	return null
}

export default function Administration() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { pathname } = useLocation()
	return (
		<div className="stack" data-gap="wide">
			<Tabs
				label={t('admin.title')}
				places={PAGES.map((page) => {
					const href = administrationPath(language, page)
					return { label: t(`admin.${page}`), href, current: `${pathname}/`.startsWith(`${href}/`) }
				})}
			/>
			<Outlet />
		</div>
	)
}
