import { dayInWords, momentInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { KINDS } from './calendar-entry.ts'

interface Words {
	kk: string
	ru: string
	en: string
}

interface Entry {
	id: string
	day: string
	kind: (typeof KINDS)[number]
	title: Words
	source: string
	confidence: 'ok' | 'confirm'
	enteredAt: Date | string
}

interface Removed {
	id: string
	day: string
	kind: (typeof KINDS)[number]
	titles: Words
	removedAt: Date | string | null
	removalSource: string | null
}

/** The entries of the year with what each rests on; below them those that were taken out. */
export function CalendarTable({
	calendar,
	entries,
	removed,
}: {
	calendar: string
	entries: readonly Entry[]
	removed: readonly Removed[]
}) {
	const { t } = useTranslation(['oversight', 'law'])
	const language = useLanguage()
	return (
		<div className="stack">
			<div className="section-heading">
				<Heading level={2} id="entries">
					{t('oversight:calendar.entries')}
				</Heading>
				<p>{t('oversight:calendar.count', { count: entries.length })}</p>
			</div>
			<Table
				caption={t('oversight:calendar.entries')}
				hideCaption
				stacked
				dense
				empty={t('oversight:calendar.none')}
				columns={[
					{ label: t('oversight:column.day') },
					{ label: t('oversight:column.kind') },
					{ label: t('oversight:column.title') },
					{ label: t('oversight:column.source') },
					{ label: t('oversight:column.entered') },
					{ label: t('oversight:column.sure') },
					{ label: t('oversight:column.act') },
				]}
				rows={entries.map(({ id, day, kind, title, source, confidence, enteredAt }) => ({
					key: id,
					id: `entry-${day}`,
					cells: [
						<Time key="day" on={day} />,
						t(`law:entryKind.${kind}`),
						<span key="title">
							{title[language]}
							{(['kk', 'ru', 'en'] as const)
								.filter((other) => other !== language && title[other] !== title[language])
								.map((other) => (
									<span key={other} lang={other} className="quiet small">
										{' '}
										· {title[other]}
									</span>
								))}
						</span>,
						source,
						<Time key="entered" at={enteredAt} format="full" />,
						<Tag key="sure" tone={confidence === 'ok' ? 'neutral' : 'warning'}>
							{t(`oversight:calendar.sure.${confidence}`)}
						</Tag>,
						<TextLink
							key="remove"
							href={administeredPath(language, 'calendar', 'removal', { calendar, entry: id })}
							aria-label={t('oversight:calendar.removeOf', { day: dayInWords(language, day, 'plain') })}
						>
							{t('oversight:calendar.remove')}
						</TextLink>,
					],
				}))}
			/>
			{removed.length > 0 && (
				<Details summary={t('oversight:calendar.removed')}>
					<ul className="ds-list">
						{removed.map(({ id, day, kind, titles, removedAt, removalSource }) => (
							<li key={id}>
								<Time on={day} />, {t(`law:entryKind.${kind}`)}, {titles[language]}:{' '}
								{removedAt &&
									t('oversight:calendar.removedWhy', {
										day: momentInWords(language, new Date(removedAt)),
										source: removalSource ?? '',
									})}
							</li>
						))}
					</ul>
				</Details>
			)}
		</div>
	)
}
