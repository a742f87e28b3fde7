import { dayInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { complainBy, refusalToComplain } from '#app/inquiries/complain.server.ts'
import { filedProceeding } from '#app/inquiries/filed.server.ts'
import { ACTS_IN_STATE, type InquiryAct } from '#app/inquiries/inquiry.ts'
import { superiorOf } from '#app/inquiries/superior.server.ts'
import type { Handling } from '#app/inquiries/thread.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { sequelPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'

/** The complaint as it can be sent: to whom, until when, and written so far as the record allows. */
export async function complaintPage(
	request: Request,
	params: { lang?: string; number?: string },
	about: string | null,
) {
	const page = await sequelPage(request, params, 'complain')
	const { thread, language } = page
	const t = translator(language)
	const title = t('inquiries:complaint.title')
	const { readOwn } = await store()
	const law = await lawOf(readOwn, thread.profileId)
	const open = openToComplaint(thread.handlings)
	// Each body answers for its own part. Of several, the one that was silent comes first.
	const ever = thread.handlings.filter(({ state }) =>
		(ACTS_IN_STATE[state] as readonly InquiryAct[]).includes('complain'),
	)
	const handling = open.find(({ id }) => id === about) ?? open[0] ?? ever[0]
	const nothing = {
		superior: undefined,
		by: undefined,
		article: undefined,
		prepared: { subject: '', text: '' },
		others: [],
	}
	if (!handling) return { ...page, ...nothing, handling: undefined, closed: 'wrong-state', title }

	const filed = await filedProceeding(readOwn, handling.id)
	if (!filed) throw new Error(`no proceeding ${handling.id}`)
	const closed = await refusalToComplain(readOwn, { ...filed, law })
	const superior = await superiorOf(readOwn, filed.body)
	const silent = handling.strip.standing.state === 'overdue'
	const body = handling.body.names[language]
	const values = { number: thread.number, body, subject: thread.question?.subject ?? '' }
	const due = handling.clock.dueOn ? dayInWords(language, handling.clock.dueOn, 'plain') : ''
	return {
		...page,
		handling,
		closed,
		superior,
		by: complainBy({ ...filed, law }),
		article: findRule(law.profile, 'inquiry.complain')?.article,
		prepared: {
			subject: t(silent ? 'inquiries:complaint.subjectSilent' : 'inquiries:complaint.subject', values),
			text: t(silent ? 'inquiries:complaint.textSilent' : 'inquiries:complaint.text', { ...values, due }),
		},
		others: open
			.filter(({ id }) => id !== handling.id)
			.map(({ id, body: other }) => ({ id, name: other.names[language] })),
		title,
	}
}

/** The handlings of which a complaint may be made now, those in silence first. */
function openToComplaint(handlings: readonly Handling[]): Handling[] {
	const open = handlings.filter(({ acts }) => acts.includes('complain'))
	const silent = ({ state }: Handling) => state === 'open'
	return [...open.filter(silent), ...open.filter((one) => !silent(one))]
}
