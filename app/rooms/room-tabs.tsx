import type { HearingHead } from '#app/hearings/head.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath, holdingPath } from '#app/links.ts'
import { Tabs } from '#app/ui/tabs.tsx'

const PAGES = ['room', 'hall', 'questions', 'polls', 'agenda', 'captions'] as const

/** The pages from which a session is led, and the one that everybody sees. */
export function RoomTabs({ head, page }: { head: HearingHead; page: (typeof PAGES)[number] }) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const places = PAGES.filter((one) => one === page || head.pages.includes(one)).map((one) => ({
		label: t(`pages.${one}`),
		href: holdingPath(language, head.id, one),
		current: one === page,
	}))
	const seen = head.number
		? [{ label: t('pages.seen'), href: hearingPagePath(language, head.number, 'room') }]
		: []
	return <Tabs label={t('pages.label')} places={[...places, ...seen]} />
}
