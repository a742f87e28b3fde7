import type { ReactNode } from 'react'
import { addDays, type Day } from '#app/deadlines/day.ts'
import type { AccountDay } from '#app/deadlines/explain.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

/** The term day by day: what each day counts, why, and by which calendar entry and article. */
export function Account({
	days,
	article,
	words,
}: {
	days: readonly AccountDay[]
	article?: ReactNode
	/** Reasons that have other words here than in an inquiry. */
	words?: Words
}) {
	const { t, i18n } = useTranslation('clock')
	const language = i18n.language as Language
	const columns = [
		{ label: t('account.day') },
		{ label: t('account.n'), numeric: true },
		{ label: t('account.why') },
		{ label: t('account.source') },
	]
	return (
		<div className="account">
			{article && (
				<p className="account-article">
					{t('account.article')}: {article}
				</p>
			)}
			<Table
				caption={t('account.caption')}
				columns={columns}
				stacked
				rows={grouped(days).map((span) => ({
					key: span.from,
					tone: TONES[span.why],
					cells: [
						<Dates key="day" span={span} />,
						<Numbers key="n" span={span} />,
						<Reason key="why" span={span} language={language} words={words} />,
						<Source key="source" span={span} />,
					],
				}))}
			/>
		</div>
	)
}

type Span = AccountDay & { from: Day; to: Day; upTo: number | null; length: number }

const TONES: Partial<Record<AccountDay['why'], string>> = {
	anchor: 'quiet',
	weekend: 'quiet',
	holiday: 'quiet',
	moved_rest_day: 'quiet',
	rest_day: 'quiet',
	disregarded: 'quiet',
	rolled_from: 'quiet',
	due: 'sun',
}

/** Days on end that say the same, a weekend or a week that counts, are one row. */
function grouped(days: readonly AccountDay[]): Span[] {
	const spans: Span[] = []
	for (const day of days) {
		const last = spans.at(-1)
		const same = last && last.why === day.why && !last.entry && !day.entry
		if (same && day.day === addDays(last.to, 1)) {
			last.to = day.day
			last.upTo = day.n
			last.length++
		} else {
			spans.push({ ...day, from: day.day, to: day.day, upTo: day.n, length: 1 })
		}
	}
	return spans
}

function Dates({ span: { from, to } }: { span: Span }) {
	if (from === to) return <Time on={from} format="spoken" />
	return (
		<>
			<Time on={from} format="spoken" /> – <Time on={to} format="spoken" />
		</>
	)
}

function Numbers({ span: { n, upTo } }: { span: Span }) {
	return <>{n === upTo ? n : `${n}–${upTo}`}</>
}

type Words = Partial<Record<AccountDay['why'], string>>

function Reason({
	span: { why, entry, length },
	language,
	words,
}: {
	span: Span
	language: Language
	words?: Words | undefined
}) {
	const { t } = useTranslation('clock')
	const title = entry?.title?.[language]
	const usual =
		why === 'weekend' ? t('account.reasons.weekend', { count: length }) : t(`account.reasons.${why}`)
	const reason = words?.[why] ?? usual
	return (
		<>
			{why === 'due' ? <strong>{reason}</strong> : reason}
			{title && <span className="account-title">{title}</span>}
		</>
	)
}

function Source({ span: { entry } }: { span: Span }) {
	const { t } = useTranslation('clock')
	if (!entry?.source) return null
	const unconfirmed = entry.confidence === 'confirm' && ` (${t('account.unconfirmed')})`
	const address = entry.source.match(/^https?:\/\/([^/]+)\S*$/)
	return (
		<>
			{address ? <a href={entry.source}>{address[1]}</a> : entry.source}
			{unconfirmed}
		</>
	)
}
