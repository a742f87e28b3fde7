import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { linkedTo } from '#app/hearing-links.server.ts'
import { BrokenGates } from '#app/hearings/broken.tsx'
import { hasAPart } from '#app/hearings/hearing.ts'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { shownHearing } from '#app/hearings/shown.server.ts'
import { StageLine } from '#app/hearings/stage-line.tsx'
import { Territory } from '#app/hearings/territory.tsx'
import { hearingsFeedPath } from '#app/links.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { actorOf } from '#app/people/session.server.ts'
import { Head } from './head.tsx'
import { Breaches, Channels, Linked, Officers, Record, Ways } from './parts.tsx'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, text, texts, head, read, language, number } = await publicHearing(params)
	const shown = await shownHearing(read, hearing, new Date())
	const { form, initiatorName, initiatorContact, commentsAddress, legalGround, seats, startsAt } = hearing
	return {
		title: `${number} ${head.title}`,
		feed: hearingsFeedPath(language),
		head,
		number,
		hearing: {
			form,
			initiatorName,
			initiatorContact,
			commentsAddress,
			legalGround,
			seats,
			startsAt,
			startsOn: hearing.startsOn,
			endsOn: hearing.endsOn,
			remarksUntil: hearing.remarksUntil,
			remarksCloseAt: hearing.remarksCloseAt,
			remarkLevel: hearing.remarkLevel,
			streamUrl: hearing.streamUrl,
			callOffReason: hearing.callOffReason,
			notHeldGround: hearing.notHeldGround,
			notHeldReason: hearing.notHeldReason,
			outcome: hearing.outcome,
			protocol: hearing.protocolPublishedAt !== null,
		},
		text: text && { language: text.language, html: text.html, place: text.place },
		languages: texts.filter(({ title }) => title).map((one) => one.language),
		...shown,
		links: await linkedTo(read, shown.links),
		own: hasAPart(await actorOf(request), hearing),
	}
}

export type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function HearingPage() {
	const shown = useLoaderData<typeof loader>()
	return (
		<article>
			<Head shown={shown} />
			<div className="split">
				<div className="stack" data-gap="section">
					{shown.broken && <BrokenGates broken={shown.broken} />}
					<Breaches shown={shown} />
					{shown.text && (
						<div
							className="prose"
							lang={shown.text.language}
							// biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized when it was saved
							dangerouslySetInnerHTML={{ __html: shown.text.html }}
						/>
					)}
					<Ways shown={shown} />
					<Linked shown={shown} />
					<Channels shown={shown} />
					<Record shown={shown} />
				</div>
				<div className="stack" data-gap="wide">
					<StageLine stages={shown.stages} />
					<Officers shown={shown} />
					<Territory regions={shown.regions} />
				</div>
			</div>
		</article>
	)
}
