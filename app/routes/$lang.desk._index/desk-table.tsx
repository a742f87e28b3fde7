import type { SerializeFrom } from '@remix-run/node'
import { StandingTag } from '#app/clocks/standing-tag.tsx'
import type { ToldInShort } from '#app/clocks/strip.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { DeskRow } from '#app/inquiries/desk.server.ts'
import type { queryOf } from '#app/inquiries/desk.ts'
import { deskCasePath } from '#app/links.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

type Row = SerializeFrom<DeskRow> & { told: ToldInShort }

/** One line a case, the most urgent first. `from`: what the address of this list says. */
export function DeskTable({ rows, from }: { rows: readonly Row[]; from: ReturnType<typeof queryOf> }) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	return (
		<Table
			caption={t('list.title')}
			hideCaption
			dense
			stacked
			columns={[
				{ label: t('column.question') },
				{ label: t('column.due') },
				{ label: t('column.standing') },
				{ label: t('column.executor') },
			]}
			rows={rows.map((row) => ({
				key: row.id,
				cells: [
					<span key="question" className="desk-question">
						<input
							type="checkbox"
							name="case"
							value={row.id}
							aria-label={t('list.choose', { number: row.number })}
						/>
						<span>
							<TextLink href={deskCasePath(language, row.id, from)} data-case={row.id}>
								{row.subject}
							</TextLink>{' '}
							<span className="quiet tabular">{row.number}</span> <Marks row={row} />
						</span>
					</span>,
					row.dueOn ? <Time key="due" on={row.dueOn} format="short" /> : '–',
					<StandingTag key="standing" told={row.told} />,
					row.executor ?? <span className="quiet">{t('list.nobody')}</span>,
				],
			}))}
		/>
	)
}

function Marks({ row }: { row: Row }) {
	const { t } = useTranslation('desk')
	return (
		<>
			{row.safetyReport && (
				<Tag tone="danger" icon="warning">
					{t('mark.safety')}
				</Tag>
			)}
			{(row.confirmation === 'awaited' || row.confirmation === 'denied') && (
				<Tag tone="warning">{t('mark.unconfirmed')}</Tag>
			)}
			{row.draftSubmittedAt && <Tag tone="info">{t('mark.toSign')}</Tag>}
			{row.joined > 0 && (
				<Tag tone="neutral" icon="people">
					{t('mark.joined', { count: row.joined })}
				</Tag>
			)}
			{row.extended && <Tag tone="neutral">{t('mark.extended')}</Tag>}
			{row.part && <Tag tone="neutral">{t('mark.part')}</Tag>}
			{row.visibility === 'private' && <Icon name="lock" label={t('mark.private')} />}
		</>
	)
}
