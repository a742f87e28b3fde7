import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type AccountPage, accountPagePath, accountPath } from '#app/links.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

const PAGES: readonly AccountPage[] = [
	'notices',
	'following',
	'profile',
	'identity',
	'email',
	'phone',
	'password',
	'factors',
	'sessions',
	'data',
]

export async function loader({ request }: LoaderFunctionArgs) {
	await requirePerson(request)
	return null
}

export default function Account() {
	const { t } = useTranslation('people')
	const language = useLanguage()
	const { pathname } = useLocation()
	const places = [
		{ label: t('account.questions'), href: accountPath(language) },
		...PAGES.map((page) => ({ label: t(`account.${page}`), href: accountPagePath(language, page) })),
	]
	return (
		<div className="stack" data-gap="wide">
			<Tabs
				label={t('account.title')}
				places={places.map((place) => ({ ...place, current: place.href === pathname }))}
			/>
			<Outlet />
		</div>
	)
}
