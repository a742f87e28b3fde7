import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '#app/deadlines/day.ts'
import { BrokenGates } from '#app/hearings/broken.tsx'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { isPublic } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { HearingTag } from '#app/hearings/hearing-tag.tsx'
import { brokenOf, planOfHearing } from '#app/hearings/plan.server.ts'
import { StageLine } from '#app/hearings/stage-line.tsx'
import { stagesOf } from '#app/hearings/stages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPath, holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, law, act, readOwn } = await holdingPage(request, params)
	const plan = await planOfHearing(readOwn, hearing, law, act.now)
	const { zone } = law.profile.time
	const onItsWay = hearing.state !== 'draft' && hearing.state !== 'refused'
	return {
		title: head.title,
		head,
		broken: hearing.state === 'announced' ? brokenOf(hearing, law, plan) : undefined,
		stages: onItsWay ? stagesOf(hearing, plan, { zone, today: dayIn(zone, act.now) }) : [],
		refusalReason: hearing.refusalReason,
		open: isPublic(hearing),
		done: new URL(request.url).searchParams.has('done'),
	}
}

export default function HoldingIndex() {
	const { t } = useTranslation('holding')
	const language = useLanguage()
	const { head, broken, stages, refusalReason, open, done } = useLoaderData<typeof loader>()
	const { pages } = head
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
			{stages.length > 0 && <StageLine stages={stages} />}
		</HoldingFrame>
	)
}
