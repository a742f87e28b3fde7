import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type AdministrationPage, administrationPath, deskMailPath } from '#app/links.ts'
import { heldMail } from '#app/mail/find.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

const PAGES: readonly AdministrationPage[] = [
	'bodies',
	'offices',
	'people',
	'calendar',
	'profile',
	'authorities',
	'outages',
]

export async function loader({ request }: LoaderFunctionArgs) {
	const person = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	return { held: await heldMail(readOwn, person) }
}

export default function Administration() {
	const { held } = useLoaderData<typeof loader>()
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { pathname } = useLocation()
	return (
		<div className="stack" data-gap="wide">
			<Tabs
				label={t('admin.title')}
				places={[
					...PAGES.map((page) => {
						const href = administrationPath(language, page)
						return { label: t(`admin.${page}`), href, current: `${pathname}/`.startsWith(`${href}/`) }
					}),
					// What came by mail for no body, among what comes to desks.
					{ label: t('admin.mail'), href: deskMailPath(language), count: held || undefined },
				]}
			/>
			<Outlet />
		</div>
	)
}
