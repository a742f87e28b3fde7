import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'

/** What a change of the calendar does to the clocks that run now. */
export function TouchedClocks({
	touched: { running, shifted, counted },
}: {
	touched: { running: number; shifted: number; counted: number }
}) {
	const { t } = useTranslation('oversight')
	return (
		<Notice tone={shifted > 0 ? 'warning' : 'info'} heading={t('calendar.touches', { count: shifted })}>
			<p>{t('calendar.within', { count: running })}</p>
			{counted < running && <p>{t('calendar.partly', { counted })}</p>}
			<p>{t('calendar.touchesHow')}</p>
		</Notice>
	)
}
