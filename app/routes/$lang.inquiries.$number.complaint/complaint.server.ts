import { dayInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { complainBy, refusalToComplain } from '#app/inquiries/complain.server.ts'
import { filedProceeding } from '#app/inquiries/filed.server.ts'
import { superiorOf } from '#app/inquiries/superior.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'

/** The complaint as it can be sent: to whom, until when, and written so far as the record allows. */
export async function complaintPage(request: Request, params: { lang?: string; number?: string }) {
	const page = await authorsPage(request, params, 'complain')
	const { thread, language } = page
	const t = translator(language)
	const title = t('inquiries:complaint.title')
	// Of several bodies, the one that was silent comes first.
	const handling =
		thread.handlings.find(
			({ acts, breachedAt, state }) => acts.includes('complain') && breachedAt && state === 'open',
		) ??
		thread.handlings.find(({ acts, state }) => acts.includes('complain') && state !== 'open') ??
		page.handling
	const nothing = {
		superior: undefined,
		by: undefined,
		article: undefined,
		prepared: { subject: '', text: '' },
	}
	if (!handling) return { ...page, ...nothing, handling: undefined, closed: 'wrong-state', title }

	const { readOwn } = await store()
	const filed = await filedProceeding(readOwn, handling.id)
	if (!filed) throw new Error(`no proceeding ${handling.id}`)
	const law = await lawOf(readOwn, thread.profileId)
	const closed = await refusalToComplain(readOwn, { ...filed, law })
	const superior = await superiorOf(readOwn, filed.body)
	const silent = handling.strip.standing.state === 'overdue'
	const body = handling.body.names[language]
	const about = { number: thread.number, body, subject: thread.question?.subject ?? '' }
	const due = handling.clock.dueOn ? dayInWords(language, handling.clock.dueOn, 'plain') : ''
	return {
		...page,
		handling,
		closed,
		superior,
		by: complainBy({ ...filed, law }),
		article: findRule(law.profile, 'inquiry.complain')?.article,
		prepared: {
			subject: t(silent ? 'inquiries:complaint.subjectSilent' : 'inquiries:complaint.subject', about),
			text: t(silent ? 'inquiries:complaint.textSilent' : 'inquiries:complaint.text', { ...about, due }),
		},
		title,
	}
}
