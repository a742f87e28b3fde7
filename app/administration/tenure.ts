import { addDays, type Day } from '#app/deadlines/day.ts'

export interface Tenure {
	id: string
	officialId: string
	from: Day
	/** The last day; null while it runs. */
	until: Day | null
}

export type AppointmentRefusal = 'same-holder' | 'later-tenure' | 'overlaps'

/** What an appointment from that day does to the tenures before it, or why it cannot be. */
export function succession(
	tenures: readonly Tenure[],
	{ officialId, from }: { officialId: string | null; from: Day },
):
	| { ok: true; ends?: { tenureId: string; until: Day } | undefined }
	| { ok: false; refusal: AppointmentRefusal } {
	if (tenures.some((tenure) => tenure.from >= from)) return { ok: false, refusal: 'later-tenure' }
	const running = tenures.find(({ until }) => until === null)
	if (running && running.officialId === officialId) return { ok: false, refusal: 'same-holder' }
	// The end of a tenure that was set is on the record; an appointment does not rewrite it.
	if (tenures.some(({ until }) => until !== null && until >= from)) return { ok: false, refusal: 'overlaps' }
	return { ok: true, ends: running && { tenureId: running.id, until: addDays(from, -1) } }
}
