import { Attached } from '#app/files/attached.tsx'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryPath } from '#app/links.ts'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { ENTRY_TONES, entrySentence } from './entry-words.ts'
import type { Entry } from './thread.ts'
import type { Ways } from './ways.ts'

/** What happened, in order. Nothing is ever taken out of it. */
export function Record({
	entries,
	ways,
	reportPath,
}: {
	entries: readonly Entry[]
	ways: Ways
	/** Where a text of the body may be reported, for whoever may. */
	reportPath?: (id: string) => string
}) {
	const { t } = useTranslation(['inquiries', 'law'])
	const language = useLanguage()
	return (
		<ol className="thread">
			{entries.map((entry) => (
				<li key={entry.key} data-tone={ENTRY_TONES[entry.type]}>
					<span className="thread-when">
						<Time at={entry.at} />
					</span>
					<span>{entrySentence(t, language, entry)}</span>
					<More entry={entry} ways={ways} />
					{reportPath && entry.reportable && <Report href={reportPath(entry.reportable)} />}
				</li>
			))}
		</ol>
	)
}

/** The way to have a moderator look at a text, for anybody. */
export function Report({ href }: { href: string }) {
	const { t } = useTranslation('oversight')
	return (
		<p className="small">
			<a href={href} rel="nofollow">
				{t('report.link')}
			</a>
		</p>
	)
}

function More({ entry, ways }: { entry: Entry; ways: Ways }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const { reason, part, text, html, files, cause, mendedAt, number, late, dueOn, type } = entry
	return (
		<>
			{part && <span>{t('entry.part', { part })}</span>}
			{reason && <span>{t('entry.reason', { reason })}</span>}
			{(type === 'redirected' || type === 'redirected_in_part') && late && dueOn && (
				<span>
					{t('entry.redirectLate')} <Time on={dueOn} format="plain" />
				</span>
			)}
			{type === 'returned_for_correction' && text && (
				<blockquote className="prose">
					<Paragraphs text={text} />
				</blockquote>
			)}
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			{html && <div className="prose" lang={entry.language} dangerouslySetInnerHTML={{ __html: html }} />}
			{entry.hiddenFor && (
				<span>{t(entry.hiddenFor === 'question' ? 'letter.hiddenWithQuestion' : 'letter.hidden')}</span>
			)}
			{entry.signerName && <span className="quiet small">{entry.signerName}</span>}
			{files && <Attached files={files} ways={ways} />}
			{cause && (
				<>
					<span>
						{t(cause.removed ? 'entry.causeRemoved' : 'entry.cause', { title: cause.titles[language] })}{' '}
						<Time on={cause.day} format="plain" />
					</span>
					<span className="quiet small">{t('entry.source', { source: cause.source })}</span>
				</>
			)}
			{mendedAt && (
				<span>
					{t('entry.mended')} <Time at={mendedAt} />
				</span>
			)}
			{number && <TextLink href={inquiryPath(language, number)}>{number}</TextLink>}
		</>
	)
}
