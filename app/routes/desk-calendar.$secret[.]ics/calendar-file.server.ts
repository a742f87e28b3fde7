import { ICalCalendar, ICalEventTransparency } from 'ical-generator'
import { DEFAULT_LANGUAGE, isLanguage } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { DueDay } from '#app/inquiries/desk-calendar.server.ts'
import { deskCasePath } from '#app/links.ts'

const HOURS_TO_LIVE = 1

/** Each last day as a whole day that blocks nobody's time, with the way to its case. */
export function calendarFile(
	calendar: { language: string; days: readonly DueDay[] },
	{ publicUrl, now }: { publicUrl: string; now: Date },
): string {
	const language = isLanguage(calendar.language) ? calendar.language : DEFAULT_LANGUAGE
	const t = translator(language)
	const file = new ICalCalendar({
		name: t('mail:feed.calendar'),
		prodId: { company: 'Jauap', product: 'desk', language: language.toUpperCase() },
		ttl: HOURS_TO_LIVE * 3600,
	})
	const { hostname } = new URL(publicUrl)
	for (const { proceedingId, number, dueOn, subject } of calendar.days)
		file.createEvent({
			id: `${proceedingId}@${hostname}`,
			stamp: now,
			// A day has no zone: the parts that are written are those of this date in UTC.
			start: new Date(`${dueOn}T00:00:00Z`),
			allDay: true,
			timezone: 'UTC',
			summary: subject ? t('mail:feed.dueSubject', { number, subject }) : t('mail:feed.due', { number }),
			url: publicUrl + deskCasePath(language, proceedingId),
			transparency: ICalEventTransparency.TRANSPARENT,
		})
	return file.toString()
}
