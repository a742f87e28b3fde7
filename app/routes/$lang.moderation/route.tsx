import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderationListPath, moderationPath } from '#app/links.ts'
import { requireRole } from '#app/people/session.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
	await requireRole(request, 'moderator')
	return null
}

export default function Moderation() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { pathname } = useLocation()
	const places = [
		{ label: t('moderation.reports'), href: moderationPath(language) },
		{ label: t('moderation.recent'), href: moderationListPath(language, 'recent') },
		{ label: t('moderation.hidden'), href: moderationListPath(language, 'hidden') },
	]
	return (
		<div className="stack" data-gap="wide">
			<Tabs
				label={t('moderation.lists')}
				places={places.map((place) => ({ ...place, current: place.href === pathname }))}
			/>
			<Outlet />
		</div>
	)
}
