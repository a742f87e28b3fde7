import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { type Content, Part } from './part.tsx'

/** What was asked, polled and announced in the session. */
export function Room({ content: { polls, questions, unshown, announcements } }: { content: Content }) {
	const { t } = useTranslation('protocols')
	const language = useLanguage()
	const someUnshown = unshown !== undefined && unshown.hidden.length + unshown.unread > 0
	return (
		<>
			{(questions.length > 0 || someUnshown) && (
				<Part id="questions" title={t('view.questions')}>
					<Unshown unshown={unshown} />
					{questions.length > 0 && (
						<Details summary={`${t('view.questions')} (${questions.length})`}>
							<ol className="entries">
								{questions.map(({ text, language: written, affiliation, votes, answer }, at) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: the list of a protocol never changes
									<li key={at} lang={written}>
										<p className="meta" lang={language}>
											{t(`affiliation.${affiliation}`)}, {t('view.votes', { count: votes })}
										</p>
										<Paragraphs text={text} />
										{answer ? (
											<Paragraphs text={answer} />
										) : (
											<p className="quiet" lang={language}>
												{t('view.unanswered')}
											</p>
										)}
									</li>
								))}
							</ol>
						</Details>
					)}
				</Part>
			)}
			{polls.length > 0 && (
				<Part id="polls" title={t('view.polls')}>
					{polls.map(({ question, options, result }, at) => (
						<Table
							// biome-ignore lint/suspicious/noArrayIndexKey: the list of a protocol never changes
							key={at}
							caption={question[language]}
							columns={[{ label: t('view.option') }, { label: t('view.given'), numeric: true }]}
							rows={options.map((option, which) => ({
								key: which,
								cells: [option[language], result?.[which] ?? 0],
							}))}
						/>
					))}
				</Part>
			)}
			{announcements.length > 0 && (
				<Part id="announcements" title={t('view.announcements')}>
					<ul className="entries">
						{announcements.map(({ text, language: written, saidAt }) => (
							<li key={saidAt}>
								<p className="meta">
									<Time at={saidAt} />
								</p>
								<div lang={written}>
									<Paragraphs text={text} />
								</div>
							</li>
						))}
					</ul>
				</Part>
			)}
		</>
	)
}

function Unshown({ unshown }: Pick<Content, 'unshown'>) {
	const { t } = useTranslation('protocols')
	const { hidden = [], unread = 0 } = unshown ?? {}
	return (
		<>
			{hidden.length > 0 && (
				<>
					<p>{t('view.hidden', { hidden: hidden.reduce((sum, { questions }) => sum + questions, 0) })}</p>
					<ul className="ds-list">
						{hidden.map(({ reason, questions }) => (
							<li key={reason}>
								{reason} ({questions})
							</li>
						))}
					</ul>
				</>
			)}
			{unread > 0 && <p>{t('view.unread', { unread })}</p>}
		</>
	)
}
