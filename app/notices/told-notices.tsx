import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { isUndelivered, type ToldNotice } from './told-notice.ts'

/** Which notices the author was sent, and whether each arrived: for the desk, and for the author. */
export function ToldNotices({ notices }: { notices: readonly ToldNotice[] }) {
	const { t } = useTranslation('inquiries')
	if (notices.length === 0) return null
	const columns = [{ label: t('told.notice') }, { label: t('told.written') }, { label: t('told.became') }]
	return (
		<Details summary={t('told.title', { count: notices.length })} open={notices.some(isUndelivered)}>
			<Table
				caption={t('told.caption')}
				hideCaption
				columns={columns}
				stacked
				dense
				rows={notices.map((notice) => ({
					key: notice.number,
					tone: isUndelivered(notice) ? 'earth' : undefined,
					cells: [
						<Name key="notice" {...notice} />,
						<Time key="written" at={notice.writtenAt} />,
						<Became key="became" {...notice} />,
					],
				}))}
			/>
		</Details>
	)
}

function Name({ notice, channel }: ToldNotice) {
	const { t } = useTranslation('inquiries')
	const name = t(`told.name.${notice as 'receipt'}`)
	return <>{channel === 'sms' ? t('told.sms', { name }) : name}</>
}

function Became({ state, at, status }: ToldNotice) {
	const { t } = useTranslation('inquiries')
	return (
		<>
			{t(`told.state.${state}`)} {at && <Time at={at} />}
			{status && state !== 'handedOver' && <span className="quiet small"> {status}</span>}
		</>
	)
}
