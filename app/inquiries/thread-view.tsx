import { DayStrip } from '#app/clocks/day-strip.tsx'
import { Attached } from '#app/files/attached.tsx'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { bodyPath, inquiryPath, officePath, postPath, reportInquiryPath } from '#app/links.ts'
import { ToldNotices } from '#app/notices/told-notices.tsx'
import { SignatureNotice } from '#app/signatures/signature-notice.tsx'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { LetterView } from './letter.tsx'
import { Record, Report } from './record.tsx'
import type { Handling, Related, Thread } from './thread.ts'
import type { Ways } from './ways.ts'

/** The heading of a question's page: its number, what it asks, of whom. */
export function ThreadHead({ thread }: { thread: Thread }) {
	const { t } = useTranslation(['inquiries', 'law', 'people'])
	const language = useLanguage()
	const { question, office, body, post } = thread
	const title = post?.titles[language] ?? Object.values(post?.titles ?? {})[0]
	return (
		<header className="page-heading">
			<p className="row">
				<span className="tabular nowrap">{thread.number}</span>
				<Tag>{t(`law:kind.${thread.kind as 'request'}.name`)}</Tag>
				{thread.visibility === 'private' && <Tag icon="lock">{t('inquiries:visibility.private')}</Tag>}
			</p>
			<Heading level={1} lang={question ? thread.language : undefined}>
				{question?.subject ??
					t(thread.hidden ? 'inquiries:thread.hiddenTitle' : 'inquiries:thread.privateTitle')}
			</Heading>
			<p className="meta">
				<span>
					{t('inquiries:thread.to')}{' '}
					{office ? (
						<TextLink href={officePath(language, office.slug)}>{office.names[language]}</TextLink>
					) : (
						<TextLink href={bodyPath(language, body.code)}>{body.names[language]}</TextLink>
					)}
				</span>
				{thread.author !== undefined && (
					<span>
						{t('inquiries:thread.from')} {thread.author || t('inquiries:author.erased')}
					</span>
				)}
				{thread.knownBy > 0 && (
					<span>{t('inquiries:thread.knownBy', { level: t(`people:level.${thread.knownBy as 1}`) })}</span>
				)}
				<span>
					{t('inquiries:thread.received')} <Time at={thread.receivedAt} />
				</span>
				{thread.joined > 0 && (
					<span>
						<Icon name="people" /> {t('inquiries:list.joined', { count: thread.joined })}
					</span>
				)}
			</p>
			{post && title && (
				<p className="small">
					{t('inquiries:thread.post')} <TextLink href={postPath(language, post.id)}>{title}</TextLink>
				</p>
			)}
		</header>
	)
}

/** The clocks, the question, the letters and the record, one under the other. */
export function ThreadBody({ thread, ways }: { thread: Thread; ways: Ways }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const { question, hidden, handlings, letters } = thread
	const reportable = thread.visibility === 'public' && !hidden
	return (
		<>
			{thread.confirmation === 'awaited' && thread.viewer.author && (
				<Notice tone="warning" heading={t('thread.unconfirmed')}>
					<p>
						<TextLink href={ways.act('confirmation')}>{t('thread.confirm')}</TextLink>
					</p>
				</Notice>
			)}
			{hidden && <Hidden hidden={hidden} readable={question !== undefined} />}
			{!question && !hidden && <Notice tone="info" heading={t('thread.privateOverseen')} />}
			<Links thread={thread} />
			<section className="stack" aria-label={t('thread.clock')}>
				{handlings.map((handling) => (
					<Clock key={handling.id} handling={handling} named={handlings.length > 1} href={ways.clock} />
				))}
			</section>
			{question && (
				<section className="stack" aria-labelledby="question">
					<Heading level={2} id="question">
						{t('thread.question')}
					</Heading>
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
					<div className="prose" lang={thread.language} dangerouslySetInnerHTML={{ __html: question.html }} />
					{question.folded && (
						<Details summary={t('thread.folded')}>
							<Paragraphs text={question.folded} />
						</Details>
					)}
					<Attached files={question.files} ways={ways} />
					{question.signature && <SignatureNotice signature={question.signature} />}
					{reportable && <Report href={reportInquiryPath(language, thread.number)} />}
				</section>
			)}
			{letters.map((letter) => (
				<div key={letter.id} className="stack" data-gap="tight">
					<LetterView letter={letter} number={thread.number} ways={ways} />
					{reportable && letter.html && !letter.inherited && (
						<Report href={reportInquiryPath(language, thread.number, letter.id)} />
					)}
				</div>
			))}
			<Rated thread={thread} />
			<section className="stack" aria-labelledby="record">
				<Heading level={2} id="record">
					{t('thread.record')}
				</Heading>
				<Record
					entries={thread.entries}
					ways={ways}
					reportPath={
						reportable ? (answerId) => reportInquiryPath(language, thread.number, answerId) : undefined
					}
				/>
				<ToldNotices notices={thread.notices} />
			</section>
		</>
	)
}

/** One clock, under the name of its body where there are several; a lapse is said in plain words. */
function Clock({ handling, named, href }: { handling: Handling; named: boolean; href: string }) {
	const { t } = useTranslation(['inquiries', 'law'])
	const language = useLanguage()
	const { body, office, part, strip, clock, article, silence } = handling
	const silent = strip.standing.state === 'overdue' && clock.dueOn
	return (
		<div className="stack" data-gap="tight">
			{named && (
				<Heading level={2} size="xs">
					{body.names[language]}
					{office && `, ${office.names[language]}`}
				</Heading>
			)}
			{part && <p className="small">{t('inquiries:entry.part', { part })}</p>}
			<DayStrip strip={strip} href={href} />
			{silent && (
				<Notice tone="danger" level={named ? 3 : 2} heading={t('inquiries:thread.breach')}>
					<p>
						{t('inquiries:thread.breachHelp', { due: dayInWords(language, silent, 'full') })}{' '}
						{article && <Article of={article} />}
					</p>
					{silence.length > 0 && (
						<ul className="ds-list">
							{silence.map((code) => (
								<li key={code}>{t(`law:onBreach.${code as 'deemed_refusal'}`)}</li>
							))}
						</ul>
					)}
				</Notice>
			)}
		</div>
	)
}

function Hidden({ hidden, readable }: { hidden: NonNullable<Thread['hidden']>; readable: boolean }) {
	const { t } = useTranslation(['inquiries', 'oversight'])
	return (
		<Notice tone="warning" heading={t('thread.hidden')}>
			<p>
				{t('thread.hiddenOn')} <Time at={hidden.at} />. {t(`oversight:reason.${hidden.reason as 'insult'}`)}.{' '}
				{hidden.explanation}
			</p>
			<p>{t(readable ? 'thread.hiddenReadable' : 'thread.hiddenHelp')}</p>
		</Notice>
	)
}

function Links({ thread }: { thread: Thread }) {
	const { lead, followUpOf, complaintAbout, followUps, complaints } = thread
	return (
		<>
			<To what="lead" questions={lead ? [lead] : []} />
			<To what="followUpOf" questions={followUpOf ? [followUpOf] : []} />
			<To what="complaintAbout" questions={complaintAbout ? [complaintAbout] : []} />
			<To what="followUps" questions={followUps} />
			<To what="complaints" questions={complaints} />
		</>
	)
}

function To({
	what,
	questions,
}: {
	what: 'lead' | 'followUpOf' | 'complaintAbout' | 'followUps' | 'complaints'
	questions: readonly Related[]
}) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	if (questions.length === 0) return null
	return (
		<p>
			{t(`thread.${what}`)}{' '}
			{questions.map(({ number, subject }, at) => (
				<span key={number}>
					{at > 0 && '; '}
					<TextLink href={inquiryPath(language, number)}>
						{number} {subject ?? t('list.hidden')}
					</TextLink>
				</span>
			))}
		</p>
	)
}

function Rated({ thread: { satisfaction } }: { thread: Thread }) {
	const { t } = useTranslation('inquiries')
	if (!satisfaction) return null
	return (
		<p>
			<Icon name={satisfaction.answered ? 'tick' : 'warning'} />{' '}
			{t('entry.rated', {
				answered: t(`yesNo.${satisfaction.answered ? 'yes' : 'no'}`),
				helped: t(`yesNo.${satisfaction.helped ? 'yes' : 'no'}`),
			})}
		</p>
	)
}
