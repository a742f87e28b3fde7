import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath, remarkGroupPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { coverageOf } from '#app/remarks/coverage.server.ts'
import { CoverageMeter } from '#app/remarks/coverage-meter.tsx'
import { remarkToAnswer, rowsOf } from '#app/remarks/find.server.ts'
import { OUTCOMES } from '#app/remarks/remark.ts'
import { RemarkText } from '#app/remarks/remark-item.tsx'
import { answerRow, findUnresolved, respondToRow } from '#app/remarks/respond.server.ts'
import { RowAnswers } from '#app/remarks/row-answers.tsx'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { AnswerForm, FindForm, RespondForm } from './row-forms.tsx'

export const meta = pageTitle

/** Rows on a page: each has its forms. */
const SIZE = 10

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language } = await pageToAct(
		request,
		params,
		'answer-remarks',
		'respond',
		'find-unresolved',
	)
	const may = {
		answer: mayDo('answer-remarks', person, hearing),
		respond: mayDo('respond', person, hearing),
		find: mayDo('find-unresolved', person, hearing),
	}
	const asked = new URL(request.url).searchParams
	const every = asked.has('every')
	const after = ordinalIn(asked.get('after')) ?? 0
	// Until the hearing has ended only the initiator has something to do: to answer.
	const todo = may.respond || may.find ? 'open' : 'unanswered'
	const list = await rowsOf(readOwn, hearing.id, every ? 'all' : todo, { after, size: SIZE })
	return {
		title: translator(language)('remarks:answering.title'),
		head,
		may,
		every,
		saved: asked.get('saved'),
		coverage: await coverageOf(readOwn, hearing.id),
		next: list.next,
		rows: await Promise.all(
			list.items.map(async (row) => ({
				row,
				remark: await remarkToAnswer(readOwn, hearing.id, row.remarkOrdinal),
			})),
		),
	}
}

const groupId = z.coerce.number().int().positive().max(999_999_999)
const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('answer'), groupId, answer: z.string().min(1).max(LONGEST.remark) }),
	z.object({
		intent: z.literal('respond'),
		groupId,
		outcome: z.enum(OUTCOMES, { error: 'required' }),
		reason: z.string().min(1).max(LONGEST.reason),
		changed: z.string().max(LONGEST.reason).default(''),
	}),
	z.object({ intent: z.enum(['find', 'lift']), groupId }),
])

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { value } = form
	const { write } = await store()
	const outcome = await write(hearingKey(act.hearingId), (tx) => {
		switch (value.intent) {
			case 'answer':
				return answerRow(tx, { ...act, ...value })
			case 'respond':
				return respondToRow(tx, { ...act, ...value })
			default:
				return findUnresolved(tx, { ...act, groupId: value.groupId, unresolved: value.intent === 'find' })
		}
	})
	if (!outcome.ok) {
		const field = outcome.refusal === 'changed' || outcome.refusal === 'reason' ? outcome.refusal : undefined
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	const every = new URL(request.url).searchParams.has('every') ? 'yes' : undefined
	throw redirect(holdingPath(language, act.hearingId, 'responses', { every, saved: 1 }), 303)
}

export default function Answering() {
	const { head, may, every, saved, coverage, rows, next } = useLoaderData<typeof loader>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const filled = useFormOf('remarks', useActionData<{ form?: FormReply }>()?.form)
	const path = (over: { every?: string; after?: number }) => holdingPath(language, head.id, 'responses', over)
	return (
		<HoldingFrame head={head} title={t('answering.title')} problems={filled.problems}>
			{saved && filled.problems.length === 0 && <Notice tone="success" heading={t('answering.saved')} />}
			<p>{t('answering.lead')}</p>
			<CoverageMeter coverage={coverage} />
			<Filters
				label={t('responses.show')}
				places={[
					{ label: t('answering.todo'), href: path({}), current: !every },
					{ label: t('answering.every'), href: path({ every: 'yes' }), current: every },
				]}
			/>
			{rows.length === 0 && <EmptyState icon="tick" heading={t('answering.nothing')} />}
			<ol className="entries" aria-label={t('answering.title')}>
				{rows.map(({ row, remark }) => {
					const own = { row, filled: Number(filled.value('groupId')) === row.id ? filled : undefined }
					return (
						<li key={row.id} className="stack" id={`row-${row.ordinal}`}>
							<Heading level={2} size="xs">
								{t('row', { row: row.ordinal })} · {t('people', { count: row.people, number: row.people })}
							</Heading>
							{remark && <RemarkText remark={remark} />}
							{row.remarks > 1 && (
								<p>
									<TextLink href={remarkGroupPath(language, head.number ?? '', row.ordinal)}>
										{t('answering.read')}
									</TextLink>
								</p>
							)}
							<RowAnswers row={row} />
							{may.answer && <AnswerForm {...own} />}
							{may.respond && <RespondForm {...own} />}
							{may.find && <FindForm {...own} />}
						</li>
					)
				})}
			</ol>
			{next && (
				<p>
					<TextLink href={path({ every: every ? 'yes' : undefined, after: next })}>
						{t('responses.more')}
					</TextLink>
				</p>
			)}
		</HoldingFrame>
	)
}
