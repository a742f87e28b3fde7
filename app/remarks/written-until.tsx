import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

/** Until when written remarks are taken, and what becomes of one that comes later. */
export function WrittenUntil({ open, until, late }: { open: boolean; until: string | null; late: boolean }) {
	const { t } = useTranslation('remarks')
	if (!open) return <p className="quiet">{t('closed')}</p>
	if (!until) return null
	const lastDay = (
		<p>
			{t('lastDay')}{' '}
			<strong>
				<Time on={until} />
			</strong>
		</p>
	)
	if (late)
		return (
			<Notice tone="warning" heading={t('lateNow')}>
				{lastDay}
				<p>{t('lateNowHelp')}</p>
			</Notice>
		)
	return (
		<div className="stack" data-gap="tight">
			{lastDay}
			<p className="quiet">{t('lastDayHelp')}</p>
		</div>
	)
}
