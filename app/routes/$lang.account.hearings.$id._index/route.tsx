import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BrokenGates } from '#app/hearings/broken.tsx'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { type HearingAct, isPublic, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { HearingTag } from '#app/hearings/hearing-tag.tsx'
import { brokenOf, planOfHearing } from '#app/hearings/plan.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type HoldingPage, hearingPath, holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

/** Each page, and the acts of which one opens it; in the order in which a hearing goes. */
const PAGES: readonly (readonly [HoldingPage, readonly HearingAct[]])[] = [
	['text', ['edit']],
	['documents', ['add-document', 'post-documents', 'judge-version']],
	['request', ['request']],
	['answer', ['answer-request']],
	['officers', ['appoint']],
	['announcement', ['announce', 'add-channel']],
	['links', ['link']],
	['agenda', ['keep-room']],
	['remarks', ['sort-remarks', 'answer-remarks', 'enter-remark']],
	['room', ['begin', 'lead-room', 'end']],
	['hall', ['keep-room']],
	['questions', ['read-room']],
	['polls', ['lead-room']],
	['captions', ['keep-room']],
	['not-held', ['not-held']],
	['protocol', ['draft-protocol', 'sign-protocol', 'publish-protocol', 'send-protocol']],
	['objections', ['answer-objection']],
	['responses', ['respond', 'find-unresolved']],
	['decision', ['decide']],
	['commitments', ['keep-commitments']],
	['commission', ['keep-commission']],
	['repeat', ['repeat']],
	['calling-off', ['call-off']],
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, law, act, readOwn } = await holdingPage(request, params)
	const plan = await planOfHearing(readOwn, hearing, law, act.now)
	return {
		title: head.title,
		head,
		pages: PAGES.filter(([, acts]) => acts.some((one) => mayDo(one, person, hearing))).map(([page]) => page),
		broken: hearing.state === 'announced' ? brokenOf(hearing, law, plan) : undefined,
		refusalReason: hearing.refusalReason,
		open: isPublic(hearing),
		done: new URL(request.url).searchParams.has('done'),
	}
}

export default function HoldingIndex() {
	const { t } = useTranslation('holding')
	const language = useLanguage()
	const { head, pages, broken, refusalReason, open, done } = useLoaderData<typeof loader>()
	return (
		<HoldingFrame head={head} title={t('index.title')}>
			{done && <Notice tone="success" heading={t('index.done')} />}
			<p className="row">
				<HearingTag state={head.state} />
				{open && <TextLink href={hearingPath(language, head.number ?? '')}>{t('index.public')}</TextLink>}
			</p>
			{refusalReason !== null && (
				<Notice tone="warning" heading={t('index.refused')}>
					<p>{refusalReason}</p>
				</Notice>
			)}
			{broken && <BrokenGates broken={broken} />}
			{pages.length === 0 ? (
				<p>{t('index.nothing')}</p>
			) : (
				<ul className="entries">
					{pages.map((page) => (
						<li key={page}>
							<p className="entry-title">
								<a href={holdingPath(language, head.id, page)}>{t(`page.${page as 'text'}`)}</a>
							</p>
						</li>
					))}
				</ul>
			)}
		</HoldingFrame>
	)
}
