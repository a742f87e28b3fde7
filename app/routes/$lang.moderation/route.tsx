import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionsPath, moderationListPath, moderationPath } from '#app/links.ts'
import { requireRole } from '#app/people/session.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
	await requireRole(request, 'moderator')
	return null
}

export default function Moderation() {
	const { t } = useTranslation(['oversight', 'proposing'])
	const language = useLanguage()
	const { pathname } = useLocation()
	const places = [
		{ label: t('oversight:moderation.reports'), href: moderationPath(language) },
		{ label: t('oversight:moderation.recent'), href: moderationListPath(language, 'recent') },
		{ label: t('oversight:moderation.hidden'), href: moderationListPath(language, 'hidden') },
		{ label: t('proposing:moderation.tab'), href: moderatedPetitionsPath(language) },
	]
	return (
		<div className="stack" data-gap="wide">
			<Tabs
				label={t('oversight:moderation.lists')}
				places={places.map((place) => ({ ...place, current: place.href === pathname }))}
			/>
			<Outlet />
		</div>
	)
}
