import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ProtocolSpeech } from './content.ts'
import { type Content, Part } from './part.tsx'

/** Who led the hearing, who came, and what was heard when. */
export function Participants({ content }: { content: Content }) {
	const { t } = useTranslation('protocols')
	return (
		<>
			{content.officers.length > 0 && (
				<Part id="officers" title={t('view.officers')}>
					<DefinitionList
						entries={content.officers.map(({ role, name, position }) => ({
							key: `${role} ${name}`,
							term: t(`officer.${role}`),
							value: [name, position].filter(Boolean).join(', '),
						}))}
					/>
				</Part>
			)}
			{content.attendance.length > 0 && (
				<Part id="participants" title={t('view.participants')}>
					<Table
						caption={t('view.participants')}
						hideCaption
						columns={[
							{ label: t('view.affiliation') },
							{ label: t('view.registered'), numeric: true },
							{ label: t('view.came'), numeric: true },
							{ label: t('view.inHall'), numeric: true },
						]}
						rows={content.attendance.map(({ affiliation, registered, came, inHall }) => ({
							key: affiliation,
							cells: [t(`affiliation.${affiliation}`), registered, came, inHall],
						}))}
					/>
					<Names content={content} />
				</Part>
			)}
			<Agenda content={content} />
		</>
	)
}

function Names({ content: { participants } }: { content: Content }) {
	const { t } = useTranslation('protocols')
	if (participants.length === 0) return null
	return (
		<Details summary={t('view.names')}>
			<ol className="ds-list">
				{participants.map(({ name, affiliation, representing, inHall }, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the list of a protocol never changes
					<li key={at}>
						{name}, {t(`affiliation.${affiliation}`)}
						{representing && `, ${representing}`}
						{inHall && `, ${t('view.hall')}`}
					</li>
				))}
			</ol>
		</Details>
	)
}

function Agenda({ content: { agenda, speeches, waited } }: { content: Content }) {
	const { t } = useTranslation('protocols')
	const language = useLanguage()
	if (agenda.length + speeches.length === 0 && !waited) return null
	return (
		<Part id="agenda" title={t('view.agenda')}>
			<ol className="entries">
				{agenda.map(({ titles, minutes, startedAt, endedAt, speeches }, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
					<li key={at} className="stack" data-gap="tight">
						<Heading level={3} size="xs">
							{at + 1}. {titles[language]}
						</Heading>
						<p className="meta">
							{startedAt && <Time at={startedAt} />}
							{endedAt && (
								<>
									{' – '}
									<Time at={endedAt} />
								</>
							)}
							{!startedAt && t('view.minutes', { count: minutes })}
						</p>
						<Speeches speeches={speeches} />
					</li>
				))}
			</ol>
			{speeches.length > 0 && (
				<>
					<Heading level={3} size="xs">
						{t('view.elsewhere')}
					</Heading>
					<Speeches speeches={speeches} />
				</>
			)}
			{waited && (
				<p>
					{t('view.waited', { waiting: waited.people })} {waited.reason}
				</p>
			)}
		</Part>
	)
}

function Speeches({ speeches }: { speeches: readonly ProtocolSpeech[] }) {
	const { t } = useTranslation('protocols')
	if (speeches.length === 0) return null
	return (
		<ul className="ds-list">
			{speeches.map(({ name, affiliation, position, spoke, deviation, remark, calledAt }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list of a protocol never changes
				<li key={at}>
					{calledAt && <Time at={calledAt} />} {name}, {t(`affiliation.${affiliation}`)},{' '}
					{t(`position.${position}`)}
					{!spoke && `, ${t('view.passed')}`}
					{remark !== null && `, ${t('view.takenDown', { remark })}`}
					{deviation && (
						<span className="quiet">
							. {t('view.deviation')} {deviation}
						</span>
					)}
				</li>
			))}
		</ul>
	)
}
