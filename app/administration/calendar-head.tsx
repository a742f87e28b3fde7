import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath, administrationPath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Filters } from '#app/ui/tabs.tsx'

interface Head {
	title: string
	calendar: string
	calendars: readonly string[]
	year: number
	years: readonly number[]
	/** Undefined where the year has no table. */
	table?: { confirmed: boolean; source: string } | undefined
	done?: 'entered' | 'removed' | 'added' | 'confirmed' | undefined
}

/** Which calendar and year, how far it is to be relied on, and what may be done with the whole of it. */
export function CalendarHead({ title, calendar, calendars, year, years, table, done }: Head) {
	const { t } = useTranslation(['oversight', 'law'])
	const language = useLanguage()
	const at = (query: object) => administrationPath(language, 'calendar', { calendar, year, ...query })
	const step = (name: string) => administeredPath(language, 'calendar', name, { calendar, year })
	return (
		<div className="stack">
			<Heading level={1}>{title}</Heading>
			{done && <Notice tone="success" heading={t(`oversight:calendar.done.${done}`)} />}
			<p>{t('oversight:calendar.lead')}</p>
			<Filters
				label={t('oversight:calendar.choose')}
				places={calendars.map((id) => ({
					label: t(`law:profile.${id as 'KZ'}`),
					href: at({ calendar: id }),
					current: id === calendar,
				}))}
			/>
			<Filters
				label={t('oversight:calendar.year')}
				places={years.map((one) => ({ label: one, href: at({ year: one }), current: one === year }))}
			/>
			{!table && (
				<Notice tone="warning" heading={t('oversight:calendar.noYear', { year })}>
					<p>{t('oversight:calendar.noYearText')}</p>
				</Notice>
			)}
			{table && (
				<Notice
					tone={table.confirmed ? 'success' : 'warning'}
					heading={t(table.confirmed ? 'oversight:calendar.confirmed' : 'oversight:calendar.unconfirmed')}
				>
					{!table.confirmed && <p>{t('oversight:calendar.unconfirmedText')}</p>}
					<p className="small">{t('oversight:calendar.yearSource', { source: table.source })}</p>
				</Notice>
			)}
			<div className="actions">
				{table && (
					<LinkButton variant="secondary" href={step('entry')}>
						{t('oversight:calendar.enter')}
					</LinkButton>
				)}
				{table && !table.confirmed && (
					<LinkButton variant="secondary" href={step('confirmation')}>
						{t('oversight:calendar.confirmYear')}
					</LinkButton>
				)}
				<LinkButton variant="tertiary" href={step('year')}>
					{t('oversight:calendar.addYear')}
				</LinkButton>
			</div>
		</div>
	)
}
