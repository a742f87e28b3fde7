import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { removedIn, tablesOf } from '#app/administration/calendar.server.ts'
import { suggestions } from '#app/administration/calendar-entry.ts'
import { CalendarHead } from '#app/administration/calendar-head.tsx'
import { CalendarSuggestions } from '#app/administration/calendar-suggestions.tsx'
import { CalendarTable } from '#app/administration/calendar-table.tsx'
import { dayIn, yearOf } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { findProfile, PROFILES } from '#app/jurisdictions/profiles.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const DONE = ['entered', 'removed', 'added', 'confirmed'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const address = new URL(request.url).searchParams
	const profile =
		findProfile(address.get('calendar') ?? '') ?? findProfile(configuration().JURISDICTION) ?? PROFILES[0]!
	const year = Math.trunc(Number(address.get('year'))) || yearOf(dayIn(zoneInForce(), new Date()))
	const { week, years, entries, tables } = await tablesOf(readOwn, profile.id)
	const t = translator(pageLanguage(params))
	const table = tables.find((one) => one.year === year)
	return {
		title: t('oversight:calendar.title', { year, place: t(`law:profile.${profile.id as 'KZ'}`) }),
		calendar: profile.id,
		calendars: PROFILES.map(({ id }) => id),
		year,
		years,
		table: table && { confirmed: table.confirmed, source: table.source },
		entries: entries.filter(({ day }) => yearOf(day) === year),
		removed: await removedIn(readOwn, profile.id, year),
		suggested: table
			? suggestions({
					week,
					year,
					entries,
					moves: profile.calendar.substitute === 'next_working_day_cascade',
				})
			: [],
		moveRule: profile.calendar.src,
		done: DONE.find((done) => done === address.get('done')),
	}
}

export default function CalendarYear() {
	const { title, entries, removed, suggested, moveRule, ...year } = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="wide">
			<CalendarHead title={title} {...year} />
			{suggested.length > 0 && (
				<CalendarSuggestions calendar={year.calendar} suggested={suggested} moveRule={moveRule} />
			)}
			{year.table && <CalendarTable calendar={year.calendar} entries={entries} removed={removed} />}
		</div>
	)
}
