import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { HearingsOf } from '#app/hearings/hearings-of.tsx'
import { firstHearings } from '#app/hearings/list.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { DONE, type Done } from '#app/inquiries/done.ts'
import { OwnActs } from '#app/inquiries/own-acts.tsx'
import { RateForm } from '#app/inquiries/rate-form.tsx'
import type { Thread } from '#app/inquiries/thread.ts'
import { ThreadBody, ThreadHead } from '#app/inquiries/thread-view.tsx'
import { waysOf } from '#app/inquiries/ways.ts'
import { deskCasePath, inquiryActPath, inquiryFeedPath } from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { shownQuestion } from './shown.server.ts'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, receipt } = await shownQuestion(request, params)
	const title = thread.question ? `${thread.number} ${thread.question.subject}` : thread.number
	const open = thread.visibility === 'public' && thread.question && !thread.hidden
	const feed = open ? inquiryFeedPath(pageLanguage(params), thread.number) : undefined
	const language = pageLanguage(params)
	const { read } = await store()
	const linked = { kind: 'inquiry', number: thread.number } as const
	const hearings = open ? await firstHearings(read, { linked }, { language, limit: 5 }) : []
	return { thread, receipt, title, feed, hearings }
}

export default function Question() {
	const { thread, receipt, feed, hearings } = useLoaderData<typeof loader>()
	const language = useLanguage()
	const ways = waysOf(language, thread.number, undefined)
	const mayRate = thread.handlings.some(({ acts }) => acts.includes('rate'))
	return (
		<article>
			<JustDone />
			<ThreadHead thread={thread} />
			<div className="split">
				<div className="stack" data-gap="wide">
					<ThreadBody thread={thread} ways={ways} />
					<HearingsOf hearings={hearings} />
				</div>
				<div className="stack">
					{thread.viewer.author && <OwnActs thread={thread} ways={ways} receipt={receipt} />}
					{mayRate && !thread.satisfaction && <Rate action={ways.act('satisfaction')} />}
					<Join thread={thread} />
					{feed && !thread.viewer.author && (
						<p className="actions">
							<FollowLinks subject="inquiry" name={thread.number} feed={feed} />
						</p>
					)}
					<Desk thread={thread} />
				</div>
			</div>
		</article>
	)
}

/** What the page before has done, said once at the top. */
export function JustDone() {
	const { t } = useTranslation('inquiries')
	const [query] = useSearchParams()
	const what = query.get('done')
	if (!DONE.includes(what as Done)) return null
	return <Notice tone="success" heading={t(`done.${what as Done}`)} />
}

function Rate({ action }: { action: string }) {
	const { t } = useTranslation('inquiries')
	return (
		<Card as="section" labelledBy="rate">
			<Heading level={2} size="xs" id="rate">
				{t('rate.title')}
			</Heading>
			<RateForm action={action} />
		</Card>
	)
}

/** Joining gives a number, a receipt and a term of one's own, and one answer for all. */
function Join({ thread }: { thread: Thread }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const joinable =
		thread.visibility === 'public' && thread.question && thread.state === 'open' && !thread.lead
	if (!joinable || thread.viewer.author) return null
	return (
		<Card as="section" labelledBy="join">
			<Heading level={2} size="xs" id="join">
				{t('join.same')}
			</Heading>
			<p>{t('join.sameHelp')}</p>
			<Form method="get" action={inquiryActPath(language, thread.number, 'joining')} reloadDocument>
				<Button variant="secondary" icon="people">
					{t('join.join')}
				</Button>
			</Form>
		</Card>
	)
}

function Desk({ thread }: { thread: Thread }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const own = thread.handlings.filter(({ acts }) => acts.includes('note'))
	if (own.length === 0) return null
	return (
		<ul className="plain-list">
			{own.map(({ id, body }) => (
				<li key={id}>
					<TextLink href={deskCasePath(language, id)}>
						{t('thread.desk', { body: body.names[language] })}
					</TextLink>
				</li>
			))}
		</ul>
	)
}
