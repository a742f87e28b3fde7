import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ProtocolGap } from '#app/protocols/content.ts'
import { Notice } from '#app/ui/notice.tsx'

const MOST_NAMED = 50

/** What the law wants in the protocol and is not there. */
export function Gaps({ gaps }: { gaps: readonly ProtocolGap[] }) {
	const { t } = useTranslation(['protocols', 'law'])
	if (gaps.length === 0) return null
	return (
		<Notice tone="warning" heading={t('protocols:holding.missing')}>
			<ul className="ds-list">
				{gaps.map(({ what, rows }) => (
					<li key={what}>
						{t(`law:hearing.protocol.${what as 'answer_to_each'}`)}
						{what === 'answer_to_each' &&
							`: ${t('protocols:holding.missingRows', { rows: rows.slice(0, MOST_NAMED).join(', ') })}`}
						{what === 'all_comments_not_withdrawn' &&
							`: ${t('protocols:holding.missingSpoken', { count: rows[0] })}`}
					</li>
				))}
			</ul>
		</Notice>
	)
}
