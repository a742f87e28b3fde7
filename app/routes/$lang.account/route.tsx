import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import {
	type AccountPage,
	accountPagePath,
	accountPath,
	erasurePath,
	ownHearingsPath,
	ownPetitionsPath,
} from '#app/links.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { SideList } from '#app/ui/tabs.tsx'

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
		{
			label: t('account.questions'),
			href: accountPath(language),
			current: pathname === accountPath(language),
		},
		{
			label: t('account.petitions'),
			href: ownPetitionsPath(language),
			current: pathname === ownPetitionsPath(language),
		},
		{
			label: t('account.hearings'),
			href: ownHearingsPath(language),
			current: pathname.startsWith(ownHearingsPath(language)),
		},
		...PAGES.map((page) => {
			const href = accountPagePath(language, page)
			const within = pathname === href || pathname.startsWith(`${href}/`)
			const current = within || (page === 'data' && pathname === erasurePath(language))
			return { label: t(`account.${page}`), href, current }
		}),
	]
	return (
		<div className="with-side-list">
			<SideList label={t('account.title')} places={places} />
			<Outlet />
		</div>
	)
}
