import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayIn } from '#app/deadlines/day.ts'
import { deskCalendar } from '#app/inquiries/desk-calendar.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { notFound } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'
import { calendarFile } from './calendar-file.server.ts'

/** The deadlines of a desk for the calendar program of one of its members. Who has the address reads it. */
export async function loader({ params }: LoaderFunctionArgs) {
	const { PUBLIC_URL, JURISDICTION } = configuration()
	const now = new Date()
	const today = dayIn(profileById(JURISDICTION).time.zone, now)
	const { read } = await store()
	const calendar = await deskCalendar(read, { secret: String(params.secret), today })
	if (!calendar) throw notFound()
	return new Response(calendarFile(calendar, { publicUrl: PUBLIC_URL, now }), {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
	})
}
