import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { caseOnDesk } from '#app/desk/case.server.ts'
import { Attached } from '#app/files/attached.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { addNote, assignInquiry } from '#app/inquiries/assign.server.ts'
import { deskList, deskMembers, deskNotes, draftOf } from '#app/inquiries/desk.server.ts'
import { deskPlaceOf, queryOf } from '#app/inquiries/desk.ts'
import { tellExtension, untoldExtension } from '#app/inquiries/extend.server.ts'
import { inquiryOf, writeCase } from '#app/inquiries/hold.server.ts'
import { Record } from '#app/inquiries/record.tsx'
import { redirectBy } from '#app/inquiries/redirect.server.ts'
import { rowStanding } from '#app/inquiries/row-standing.ts'
import { keepPromise } from '#app/inquiries/sign.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { deskCasePath, deskPath, inquiryClockPath, inquiryPath } from '#app/links.ts'
import { mailOfCase } from '#app/mail/find.server.ts'
import { isUndelivered, type ToldNotice } from '#app/notices/told-notice.ts'
import { ToldNotices } from '#app/notices/told-notices.tsx'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { PromisesToKeep } from '#app/promises/promises-to-keep.tsx'
import { store } from '#app/store.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { Beside } from './beside.tsx'
import { CaseFacts } from './case-facts.tsx'
import { MailOfCase } from './mail-of-case.tsx'
import { Notes } from './notes.tsx'
import { Steps } from './steps.tsx'

export const handle = { script: '/desk-keys.js' } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const opened = await caseOnDesk(readOwn, person, String(params.proceedingId), new Date())
	const { inquiry, proceeding, handling, thread, today } = opened
	const redirectLast = await redirectBy(readOwn, opened)
	return {
		title: `${inquiry.number} ${inquiry.subject}`,
		filed: opened.facts,
		proceedingId: proceeding.id,
		part: proceeding.part,
		executorId: proceeding.executorId,
		strip: handling.strip,
		acts: handling.acts,
		question: thread.question,
		entries: thread.entries,
		letters: thread.letters,
		notices: thread.notices,
		confirmation: thread.confirmation,
		mail: await mailOfCase(readOwn, inquiry.id),
		notes: await deskNotes(readOwn, proceeding.id),
		members: await deskMembers(readOwn, proceeding.bodyId),
		writing: await writingOn(),
		untold: await untoldExtension(readOwn, proceeding.id),
		beside: await besideOf(),
		redirectLast,
		redirectLate: redirectLast !== null && today > redirectLast,
	}

	async function besideOf() {
		const place = deskPlaceOf(new URL(request.url).searchParams)
		const rows = await deskList(readOwn, person, { ...place, today })
		const told = (row: (typeof rows)[number]) => rowStanding(row, today, opened.law.calendar)
		return {
			place,
			rows: rows.map((row) => ({
				id: row.id,
				number: row.number,
				subject: row.subject,
				language: row.language,
				told: told(row),
			})),
		}
	}

	async function writingOn() {
		const row = await draftOf(readOwn, proceeding.id)
		if (!row) return null
		const { draft, holder } = row
		const held = draft.heldUntil !== null && draft.heldUntil > new Date() && draft.heldBy !== person.personId
		return { holder: held ? holder : null, submitted: draft.submittedAt !== null }
	}
}

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('assign'), executorId: z.string().max(100).optional() }),
	z.object({ intent: z.literal('note'), note: z.string().min(1).max(5000) }),
	z.object({ intent: z.literal('told') }),
	z.object({ intent: z.literal('kept'), promiseId: z.string(), kept: z.string().min(1).max(2000) }),
])

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)

	const acting = { proceedingId: String(params.proceedingId), actor, now: new Date() }
	const sent = form.value
	const outcome = await writeCase(await store(), [inquiryOf(acting.proceedingId)], async (tx) => {
		switch (sent.intent) {
			case 'assign':
				return assignInquiry(tx, { ...acting, executorId: sent.executorId || null })
			case 'note':
				return addNote(tx, { ...acting, text: sent.note })
			case 'told':
				return tellExtension(tx, acting)
			case 'kept':
				return keepPromise(tx, { ...acting, promiseId: sent.promiseId, note: sent.kept })
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	const place = deskPlaceOf(new URL(request.url).searchParams)
	throw redirect(deskCasePath(pageLanguage(params), acting.proceedingId, queryOf(place)))
}

export default function DeskCase() {
	const loaded = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const { t } = useTranslation(['desk', 'common'])
	const language = useLanguage()
	const { filed, strip, question, writing } = loaded
	const refusal = form?.error?.['']?.[0]
	const ways = waysOf(language, filed.number, undefined)
	return (
		<div className="desk-open">
			<Beside {...loaded.beside} proceedingId={loaded.proceedingId} />
			<div className="stack">
				<p>
					<TextLink href={deskPath(language, queryOf(loaded.beside.place))}>{t('case.back')}</TextLink>
					{' · '}
					<TextLink href={inquiryPath(language, filed.number)}>{t('case.public')}</TextLink>
				</p>
				{refusal && (
					<ErrorSummary
						title={t('common:errors.summary')}
						problems={[{ message: t(`refused.${refusal as 'wrong-state'}`) }]}
					/>
				)}
				<Heading level={1} lang={filed.language}>
					{filed.subject}
				</Heading>
				<p className="quiet tabular">{filed.number}</p>
				<DayStrip strip={strip} href={inquiryClockPath(language, filed.number)} />
				<Undelivered notices={loaded.notices} />
				{writing?.holder && <Notice>{t('case.draftBy', { name: writing.holder })}</Notice>}
				<div className="desk">
					<div className="stack">
						{loaded.confirmation && loaded.confirmation !== 'confirmed' && (
							<Notice tone="warning">{t(`case.confirmation.${loaded.confirmation}`)}</Notice>
						)}
						<CaseFacts filed={filed} part={loaded.part} />
						{question && (
							<div
								className="prose"
								lang={filed.language}
								// biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized when it was saved
								dangerouslySetInnerHTML={{ __html: question.html }}
							/>
						)}
						{question && <Attached files={question.files} ways={ways} />}
						<section aria-labelledby="record">
							<Heading level={2} id="record">
								{t('case.record')}
							</Heading>
							<Record entries={loaded.entries} ways={ways} />
							<ToldNotices notices={loaded.notices} />
						</section>
						<MailOfCase mail={loaded.mail} />
						<Notes notes={loaded.notes} problem={form} />
					</div>
					<div className="desk-case stack">
						<Steps {...loaded} />
						{loaded.acts.includes('keep-promise') && (
							<PromisesToKeep promises={loaded.letters.flatMap((letter) => letter.promises)} />
						)}
					</div>
				</div>
			</div>
		</div>
	)
}

/** What the law has the author told did not reach them by mail: the desk must find another way. */
function Undelivered({ notices }: { notices: readonly ToldNotice[] }) {
	const { t } = useTranslation(['desk', 'inquiries'])
	const failed = notices.filter(isUndelivered)
	if (failed.length === 0) return null
	return (
		<Notice tone="warning" heading={t('case.undelivered')}>
			<ul className="ds-list">
				{failed.map(({ number, notice, at }) => (
					<li key={number}>
						{t(`inquiries:told.name.${notice as 'receipt'}`)}: {at && <Time at={at} />}
					</li>
				))}
			</ul>
			<p>{t('case.undeliveredHelp')}</p>
		</Notice>
	)
}
