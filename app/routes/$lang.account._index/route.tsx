import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPath, inquiryPath, newInquiryPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { QUESTIONS_A_PAGE, questionsOf } from '#app/people/find.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page')) || 1))
	const { readOwn } = await store()
	const today = dayIn(zoneInForce(), new Date())
	const { total, questions } = await questionsOf(readOwn, personId, page)
	return {
		title: translator(pageLanguage(params))('people:account.questions'),
		page,
		pages: Math.ceil(total / QUESTIONS_A_PAGE),
		total,
		questions: questions.map(({ receivedAt, dueOn, state, breachedAt, ...question }) => ({
			...question,
			dueOn: state === 'open' ? dueOn : null,
			receivedAt: receivedAt.toISOString(),
			state: state === 'open' && (breachedAt || (dueOn && dueOn < today)) ? ('overdue' as const) : state,
		})),
	}
}

const TONES = {
	open: 'sky',
	overdue: 'earth',
	paused: 'sun',
	answered: 'success',
	terminated: 'neutral',
	withdrawn: 'neutral',
	returned: 'neutral',
} as const

const ICONS = {
	open: 'clock',
	overdue: 'flag',
	paused: 'pause',
	answered: 'tick',
	terminated: 'paper',
	withdrawn: 'paper',
	returned: 'back',
} as const

export default function OwnQuestions() {
	const { t } = useTranslation('people')
	const language = useLanguage()
	const { questions, page, pages, total } = useLoaderData<typeof loader>()
	return (
		<div className="stack">
			<Heading level={1}>{t('account.questions')}</Heading>
			{total === 0 ? (
				<EmptyState
					icon="question"
					heading={t('questions.none')}
					action={<LinkButton href={newInquiryPath(language)}>{t('questions.ask')}</LinkButton>}
				>
					{t('questions.noneText')}
				</EmptyState>
			) : (
				<p className="quiet">{t('questions.count', { count: total })}</p>
			)}
			<ul className="entries">
				{questions.map(({ number, subject, state, dueOn, receivedAt, visibility, ...question }) => (
					<li key={number}>
						<p className="entry-title" lang={question.language}>
							<a href={inquiryPath(language, number)}>{subject}</a>
						</p>
						<p className="meta">
							<Tag tone={TONES[state]} icon={ICONS[state]}>
								{t(`questions.state.${state}`)}
							</Tag>
							{dueOn && (
								<span>
									{t('questions.due')} <Time on={dueOn} />
								</span>
							)}
							<span>{number}</span>
							<span>
								{t('questions.received')} <Time at={receivedAt} format="short" />
							</span>
							{visibility === 'private' && <span>{t('questions.private')}</span>}
						</p>
					</li>
				))}
			</ul>
			<Pager
				page={page}
				pages={pages}
				hrefFor={(other) => accountPath(language, { page: other })}
				words={{ label: t('questions.pages'), previous: t('questions.previous'), next: t('questions.next') }}
			/>
		</div>
	)
}
