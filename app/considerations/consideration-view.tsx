import { DayStrip } from '#app/clocks/day-strip.tsx'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { stripSentence } from '#app/petitions/petition-strip.ts'
import type { ShownConsideration } from '#app/petitions/shown.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { DecisionLetter } from './decision-letter.tsx'

/** What a body makes of a petition: its term, its duties, its decision. */
export function ConsiderationView({
	consideration,
	number,
	several,
	clock,
}: {
	consideration: ShownConsideration
	number: string
	/** There are several thresholds, so it is said which this is about. */
	several: boolean
	/** Where the term is explained. */
	clock: string
}) {
	const { t } = useTranslation(['petitions', 'law'])
	const { t: words } = useTranslation('petitions')
	const language = useLanguage()
	const { id, threshold, strip, decision, statement, statementAt } = consideration
	const title = several
		? t('petitions:consideration.titleOf', {
				threshold: t(`law:petition.threshold.${threshold as 'national'}`),
			})
		: t('petitions:consideration.title')
	return (
		<section className="stack" aria-labelledby={`consideration-${id}`}>
			<Heading level={2} id={`consideration-${id}`}>
				{title}
			</Heading>
			{strip && <DayStrip strip={strip} href={clock} words={stripSentence(words, language, strip)} />}
			<Facts consideration={consideration} />
			{decision && (
				<DecisionLetter
					id={id}
					decision={decision}
					body={consideration.body.names[language]}
					number={number}
				/>
			)}
			{statement && (
				<section aria-labelledby={`statement-${id}`}>
					<Heading level={3} id={`statement-${id}`}>
						{t('petitions:consideration.statement')}
					</Heading>
					{statementAt && (
						<p className="quiet small">
							<Time at={statementAt} />
						</p>
					)}
					<div className="prose" lang={decision?.language ?? undefined}>
						<Paragraphs text={statement} />
					</div>
				</section>
			)}
			{consideration.sentAt && <Duties consideration={consideration} />}
			<Discussion consideration={consideration} />
		</section>
	)
}

function Facts({ consideration }: { consideration: ShownConsideration }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { sentWith, registeredOn, dueOn, sentAt, reachedAt, article, listReceivedAt } = consideration
	return (
		<DefinitionList
			compact
			entries={[
				{ term: t('consideration.reached'), value: <Time at={reachedAt} format="day" /> },
				{ term: t('stage.sent'), value: sentAt && <Time at={sentAt} format="day" /> },
				{
					term: t('consideration.sentWith'),
					value: sentWith !== null && numberInWords(language, sentWith),
				},
				{
					term: t('consideration.registered'),
					value: registeredOn && <Time on={registeredOn} format="plain" />,
				},
				{
					term: t('consideration.due'),
					value:
						sentAt &&
						(dueOn ? (
							<>
								<Time on={dueOn} />{' '}
								{article && (
									<span className="quiet small">
										<Article of={article} />
									</span>
								)}
							</>
						) : (
							t('consideration.noTerm')
						)),
				},
				{
					term: t('consideration.list'),
					value: listReceivedAt && <Time at={listReceivedAt} format="day" />,
				},
			]}
		/>
	)
}

/** The checklist of the law: what was done and what shows it, what was not needed and why. */
function Duties({ consideration: { id, duties, statementAt } }: { consideration: ShownConsideration }) {
	const { t } = useTranslation(['petitions', 'law'])
	if (duties.length === 0) return null
	return (
		<section aria-labelledby={`duties-${id}`}>
			<Heading level={3} id={`duties-${id}`}>
				{t('petitions:consideration.duties')}
			</Heading>
			<ul className="entries">
				{duties.map(({ duty, doneOn, waived, note }) => {
					const done = doneOn || (duty === 'official_statement' && statementAt)
					return (
						<li key={duty}>
							<span>{t(`law:petition.duty.${duty as 'public_discussion_of_draft'}`)}</span>
							<span className="row">
								{waived ? (
									<Tag icon="cross">{t('petitions:consideration.waived')}</Tag>
								) : done ? (
									<Tag tone="success" icon="tick">
										{t('petitions:consideration.done')}
									</Tag>
								) : (
									<Tag tone="sky" icon="clock">
										{t('petitions:consideration.open')}
									</Tag>
								)}
								{doneOn && <Time on={doneOn} format="plain" />}
							</span>
							{note && <span className="quiet">{note}</span>}
						</li>
					)
				})}
			</ul>
		</section>
	)
}

function Discussion({
	consideration: { id, discussionOn, draftDecision, decision },
}: {
	consideration: ShownConsideration
}) {
	const { t } = useTranslation('petitions')
	if (!discussionOn) return null
	return (
		<section aria-labelledby={`discussion-${id}`}>
			<Heading level={3} id={`discussion-${id}`}>
				{t('consideration.discussion')}
			</Heading>
			<p>
				<Time on={discussionOn} />
			</p>
			{draftDecision && !decision && (
				<div className="prose">
					<Heading level={4}>{t('consideration.draft')}</Heading>
					<Paragraphs text={draftDecision} />
				</div>
			)}
		</section>
	)
}
