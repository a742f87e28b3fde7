import { EVENT_TONES, eventSentence } from '#app/hearings/events.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filePath, hearingPagePath, inquiryPath, petitionPath } from '#app/links.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Shown } from './route.tsx'

/** What was not done by its legal date. */
export function Breaches({ shown: { breaches } }: { shown: Shown }) {
	const { t } = useTranslation('hearings')
	if (breaches.length === 0) return null
	return (
		<Notice tone="danger" heading={t('breaches.title')}>
			<ul>
				{breaches.map(({ id, duty, dueOn, mendedAt }) => (
					<li key={id}>
						{t(`duty.${duty}`)}: {t('breaches.due')} <Time on={dueOn} format="plain" />
						{mendedAt && (
							<>
								{', '}
								{t('breaches.mended')} <Time at={mendedAt} format="short" />
							</>
						)}
					</li>
				))}
			</ul>
		</Notice>
	)
}

/** The pages beside this one. */
export function Ways({ shown: { number, hearing, head } }: { shown: Shown }) {
	const { t } = useTranslation('hearings')
	const language = useLanguage()
	const { state } = head
	const announced = state !== 'preparing' && state !== 'called_off'
	const after = state === 'held' || state === 'not_held' || state === 'decided'
	const ways = [
		'dossier' as const,
		...(announced ? (['remarks'] as const) : []),
		...(announced && hearing.form !== 'portal_discussion' ? (['room'] as const) : []),
		...(after ? (['protocol', 'responses', 'decision'] as const) : []),
		...(head.civic ? [] : (['plan'] as const)),
	]
	return (
		<nav aria-label={t('ways.title')}>
			<ul className="entries">
				{ways.map((way) => (
					<li key={way}>
						<p className="entry-title">
							<a href={hearingPagePath(language, number, way)}>{t(`ways.${way}`)}</a>
						</p>
						<p className="quiet">{t(`ways.about.${way}`)}</p>
					</li>
				))}
			</ul>
		</nav>
	)
}

/** Petitions for and against the project, and questions about it, side by side. */
export function Linked({ shown: { links } }: { shown: Shown }) {
	const { t } = useTranslation(['hearings', 'petitions'])
	const language = useLanguage()
	if (links.length === 0) return null
	return (
		<section className="stack" aria-labelledby="linked">
			<Heading level={2} id="linked">
				{t('hearings:linked.title')}
			</Heading>
			<ul className="grid">
				{links.map((link) => (
					<li key={link.number} className="ds-card">
						<p className="row">
							<Tag>{t(`hearings:stance.${link.stance}`)}</Tag>
							<span className="quiet tabular">{link.number}</span>
						</p>
						<p lang={link.language}>
							<a
								className="ds-link"
								href={
									link.kind === 'petition'
										? petitionPath(language, link.number)
										: inquiryPath(language, link.number)
								}
							>
								{link.title}
							</a>
						</p>
						{link.kind === 'petition' && (
							<p className="tabular">
								{t('petitions:list.signed', {
									count: link.confirmed,
									number: numberInWords(language, link.confirmed),
								})}
							</p>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}

/** Where it was announced, with what proves it. */
export function Channels({ shown: { channels, plan } }: { shown: Shown }) {
	const { t } = useTranslation(['hearings', 'law'])
	if (channels.length === 0 && plan.missing.length === 0) return null
	return (
		<section className="stack" aria-labelledby="channels">
			<Heading level={2} id="channels">
				{t('hearings:channels.title')}
			</Heading>
			{plan.missing.length > 0 && <Missing missing={plan.missing} />}
			{channels.length > 0 && (
				<Table
					caption={t('hearings:channels.title')}
					hideCaption
					stacked
					columns={[
						{ label: t('hearings:channels.where') },
						{ label: t('hearings:channels.language') },
						{ label: t('hearings:channels.on') },
						{ label: t('hearings:channels.proof') },
						{ label: t('hearings:channels.added') },
					]}
					rows={channels.map((channel) => ({
						key: channel.id,
						cells: [
							`${t(`law:hearing.channel.${channel.channel as 'newspaper'}`)}: ${channel.name}`,
							LANGUAGE_NAMES[channel.language as Language] ?? channel.language,
							<Time key="on" on={channel.publishedOn} format="plain" />,
							channel.fileId ? (
								<a key="file" className="ds-link" href={filePath(channel.fileId, 'proof')}>
									{t('hearings:channels.file')}
								</a>
							) : (
								<a key="link" className="ds-link" href={channel.link ?? ''} rel="noreferrer nofollow">
									{t('hearings:channels.link')}
								</a>
							),
							<Time key="added" at={channel.addedAt} format="short" />,
						],
					}))}
				/>
			)}
		</section>
	)
}

/** What the announcement lacks. */
export function Missing({ missing }: Pick<Shown['plan'], 'missing'>) {
	const { t } = useTranslation(['hearings', 'law'])
	return (
		<Notice tone="warning" heading={t('hearings:channels.missing')}>
			<ul>
				{missing.map(({ channel, language, count }) => (
					<li key={channel + language}>
						{t(`law:hearing.channel.${channel as 'newspaper'}`)},{' '}
						{LANGUAGE_NAMES[language as Language] ?? language}: {count}
					</li>
				))}
			</ul>
		</Notice>
	)
}

export function Officers({ shown: { officers } }: { shown: Shown }) {
	const { t } = useTranslation('hearings')
	if (officers.length === 0) return null
	return (
		<section className="stack" aria-labelledby="officers">
			<Heading level={2} size="xs" id="officers">
				{t('officers')}
			</Heading>
			<DefinitionList
				compact
				entries={officers.map(({ role, name, position }) => ({
					key: role + name,
					term: t(`officer.${role}`),
					value: [name, position].filter(Boolean).join(', '),
				}))}
			/>
		</section>
	)
}

/** What happened, the newest first. Nothing is ever taken out of it. */
export function Record({ shown: { record } }: { shown: Shown }) {
	const { t } = useTranslation(['hearings', 'law'])
	const language = useLanguage()
	if (record.length === 0) return null
	return (
		<section className="stack" aria-labelledby="timeline">
			<Heading level={2} size="sm" id="timeline">
				{t('hearings:timeline')}
			</Heading>
			<ol className="thread">
				{record.map((event) => (
					<li key={event.key} data-tone={EVENT_TONES[event.type]}>
						<span className="thread-when">
							<Time at={event.at} />
						</span>
						<span>{eventSentence(t, language, event)}</span>
					</li>
				))}
			</ol>
		</section>
	)
}
