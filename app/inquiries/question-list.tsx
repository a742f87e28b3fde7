import { DayStrip } from '#app/clocks/day-strip.tsx'
import { StandingTag } from '#app/clocks/standing-tag.tsx'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryClockPath, inquiryPath } from '#app/links.ts'
import { Time } from '#app/ui/time.tsx'
import type { ListedInquiry } from './listed.ts'

/** Questions as rows, each with its small strip. */
export function QuestionList({ items }: { items: readonly ListedInquiry[] }) {
	return (
		<ol className="entries">
			{items.map((item) => (
				<Row key={item.proceedingId} item={item} />
			))}
		</ol>
	)
}

function Row({ item }: { item: ListedInquiry }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const { number, subject, office, body, strip, joined } = item
	return (
		<li>
			<p className="entry-title" lang={subject ? item.language : undefined}>
				<a href={inquiryPath(language, number)}>{subject ?? t('list.hidden')}</a>
			</p>
			<p className="meta">
				<span className="tabular nowrap">{number}</span>
				<span>{office?.names[language] ?? body.names[language]}</span>
				<span>{item.author || t('author.erased')}</span>
				<Time at={item.receivedAt} format="short" />
				{joined > 0 && <span>{t('list.joined', { count: joined })}</span>}
			</p>
			<div className="row">
				<StandingTag told={strip} />
				<DayStrip strip={strip} size="small" href={inquiryClockPath(language, number)} />
			</div>
		</li>
	)
}
