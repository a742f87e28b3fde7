import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import { hearingPath } from '#app/links.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { type Content, Part } from './part.tsx'
import { Participants } from './participants.tsx'
import { RemarkGroups } from './remark-groups.tsx'
import { Room } from './room-record.tsx'
import type { ShownProtocol } from './shown.ts'

/** The protocol as its data say it; what was written by people stays in their language. */
export function ProtocolView({
	protocol,
	hrefFor,
}: {
	protocol: ShownProtocol
	hrefFor: (page: number) => string
}) {
	const { t } = useTranslation(['protocols', 'law'])
	const { content } = protocol
	return (
		<div className="stack" data-gap="wide">
			<Head content={content} />
			{content.notHeld && (
				<Notice tone="warning" heading={t('protocols:view.notHeld')}>
					<p>{t(`law:hearing.notHeld.${content.notHeld.ground as 'chair_absent'}`)}</p>
					<Paragraphs text={content.notHeld.reason} />
				</Notice>
			)}
			<Announcement content={content} />
			<Participants content={content} />
			<RemarkGroups protocol={protocol} hrefFor={hrefFor} />
			<Room content={content} />
			<Dossier content={content} />
			<Breaches content={content} />
			<Challenge content={content} />
			<Signatures protocol={protocol} />
		</div>
	)
}

function Head({ content: { hearing } }: { content: Content }) {
	const { t } = useTranslation(['protocols', 'law'])
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	const moment = (at: string | null) => at && <Time at={at} />
	const place = hearing.texts.find((text) => text.language === language) ?? hearing.texts[0]
	return (
		<DefinitionList
			entries={[
				{ term: t('protocols:view.number'), value: hearing.number },
				{ term: t('protocols:view.form'), value: t(`law:hearing.form.${hearing.form}`) },
				{ term: t('protocols:view.authority'), value: hearing.authority?.[language] },
				{ term: t('protocols:view.initiator'), value: hearing.initiator.name },
				{ term: t('protocols:view.initiatorCode'), value: hearing.initiator.code },
				{ term: t('protocols:view.contact'), value: hearing.initiator.contact },
				{
					term: t('protocols:view.ground'),
					value:
						hearing.legalGround &&
						law(`hearing.heldFor.${hearing.legalGround as 'state_expertise'}`, {
							defaultValue: hearing.legalGround,
						}),
				},
				{
					term: t('protocols:view.territory'),
					value: hearing.territories.map((code) => regionName(law, code) ?? code).join(', '),
				},
				{
					term: t('protocols:view.repeatOf'),
					value: hearing.repeatOf && (
						<TextLink href={hearingPath(language, hearing.repeatOf)}>{hearing.repeatOf}</TextLink>
					),
				},
				{ term: t('protocols:view.announcedAt'), value: moment(hearing.announcedAt) },
				{
					term: t('protocols:view.place'),
					value: place?.place && <span lang={place.language}>{place.place}</span>,
				},
				{
					term: t('protocols:view.remarksUntil'),
					value: hearing.remarksUntil && <Time on={hearing.remarksUntil} />,
				},
				{ term: t('protocols:view.startedAt'), value: moment(hearing.startedAt) },
				{ term: t('protocols:view.endedAt'), value: moment(hearing.endedAt) },
			]}
		/>
	)
}

function Announcement({ content: { channels } }: { content: Content }) {
	const { t } = useTranslation(['protocols', 'law'])
	if (channels.length === 0) return null
	return (
		<Part id="announcement" title={t('protocols:view.announcement')}>
			<Table
				caption={t('protocols:view.announcement')}
				hideCaption
				stacked
				columns={[
					{ label: t('protocols:view.channel') },
					{ label: t('protocols:view.language') },
					{ label: t('protocols:view.publishedOn') },
					{ label: t('protocols:view.evidence') },
				]}
				rows={channels.map(({ notice, channel, name, language, publishedOn, link, sha256 }, at) => ({
					key: at,
					cells: [
						<>
							{t(`law:hearing.channel.${channel as 'newspaper'}`)}: {name}
							{notice > 1 && <> ({t('protocols:view.noticeOf', { count: notice })})</>}
						</>,
						LANGUAGE_NAMES[language as Language] ?? language,
						<Time key="on" on={publishedOn} format="plain" />,
						link ? (
							<TextLink key="link" href={link}>
								{new URL(link).host}
							</TextLink>
						) : (
							sha256 && <code key="hash">{sha256.slice(0, 16)}…</code>
						),
					],
				}))}
			/>
		</Part>
	)
}

function Dossier({ content: { dossier } }: { content: Content }) {
	const { t } = useTranslation('protocols')
	if (dossier.length === 0) return null
	return (
		<Part id="dossier" title={t('view.dossier')}>
			<Table
				caption={t('view.dossier')}
				hideCaption
				stacked
				columns={[{ label: t('view.document') }, { label: t('view.publishedOn') }, { label: t('view.hash') }]}
				rows={dossier.flatMap(({ party, author, versions }, document) =>
					versions.map(({ version, title, language, sha256, addedAt, frozen, material, reason }) => ({
						key: `${document} ${version}`,
						cells: [
							<>
								<span lang={language}>{title}</span>{' '}
								<span className="quiet">
									{t(`party.${party}`)}, {author}. {t('view.version', { version })}
									{!frozen && `, ${t('view.afterNotice')}`}
									{material !== null && `, ${t(material ? 'view.material' : 'view.immaterial')}`}
									{reason && `: ${reason}`}
								</span>
							</>,
							<Time key="at" at={addedAt} />,
							<code key="hash" className="break-anywhere">
								{sha256}
							</code>,
						],
					})),
				)}
			/>
		</Part>
	)
}

function Breaches({ content: { breaches } }: { content: Content }) {
	const { t } = useTranslation('protocols')
	if (breaches.length === 0) return null
	return (
		<Part id="breaches" title={t('view.breaches')}>
			<ul className="ds-list">
				{breaches.map(({ duty, dueOn }) => (
					<li key={`${duty} ${dueOn}`}>
						{t(`duty.${duty as 'announce'}`)}, {t('view.dueOn')} <Time on={dueOn} format="plain" />
					</li>
				))}
			</ul>
		</Part>
	)
}

function Challenge({ content: { challenge, hearing } }: { content: Content }) {
	const { t } = useTranslation('protocols')
	const language = useLanguage()
	if (hearing.civic) return <Notice>{t('view.civic')}</Notice>
	if (!challenge) return null
	return (
		<Part id="challenge" title={t('view.challengeTitle')}>
			<p>{challenge[language]}</p>
		</Part>
	)
}

function Signatures({ protocol }: { protocol: ShownProtocol }) {
	const { t } = useTranslation('protocols')
	const signature = (name: string | null, at: Date | string | null) =>
		at ? (
			<>
				{name}, {t('view.signed')} <Time at={at} />
			</>
		) : (
			t('view.unsigned')
		)
	return (
		<Part id="signatures" title={t('view.signatures')}>
			<DefinitionList
				entries={[
					{ term: t('officer.chair'), value: signature(protocol.chairName, protocol.chairSignedAt) },
					{
						term: t('officer.secretary'),
						value: signature(protocol.secretaryName, protocol.secretarySignedAt),
					},
					{ term: t('view.versionOf'), value: protocol.version },
					{ term: t('view.contentHash'), value: <code className="break-anywhere">{protocol.sha256}</code> },
				]}
			/>
		</Part>
	)
}
