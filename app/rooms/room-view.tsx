import { momentInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Place, Rows, When } from './place.tsx'
import type { Queued, ShownRoom } from './shown.ts'
import { useRoomWords } from './words.ts'

const NOWHERE = { kk: '', ru: '', en: '' }

function Moment({ field, at }: { field: string; at: Date | null }) {
	const language = useLanguage()
	return (
		<time data-field={field} dateTime={at?.toISOString() ?? ''}>
			{at && momentInWords(language, at, 'time')}
		</time>
	)
}

export function Announcements({ shown: { announcements } }: { shown: ShownRoom }) {
	const { t } = useTranslation('rooms')
	return (
		<section className="stack" data-gap="tight" aria-labelledby="announcements">
			<Heading level={2} size="xs" id="announcements">
				{t('announcements')}
			</Heading>
			<p className="quiet" data-none="announcements" hidden={announcements.length > 0}>
				{t('noAnnouncements')}
			</p>
			<div aria-live="polite">
				<Rows
					part="announcements"
					rows={announcements}
					blank={{ id: '', text: '', language: '', saidAt: null as Date | null }}
				>
					{({ text, language, saidAt }) => (
						<>
							<Moment field="saidAt" at={saidAt} /> <Place field="text" value={text} lang={language} />
						</>
					)}
				</Rows>
			</div>
		</section>
	)
}

/** Who speaks, until when, and who comes next. */
export function Speaking({ shown: { speaking } }: { shown: ShownRoom }) {
	const { t } = useTranslation('rooms')
	const { position } = useRoomWords()
	return (
		<section className="stack" data-gap="tight" aria-labelledby="speaking">
			<Heading level={2} id="speaking">
				{t('speaking')}
			</Heading>
			<div data-part="speaking" hidden={speaking === null}>
				<p className="lead">
					<Speaker speaker={speaking} />
				</p>
				<p className="meta">
					<Place field="position" value={speaking?.position} words={position} className="ds-tag" />
					<span>
						{t('until')} <Moment field="endsAt" at={speaking?.endsAt ?? null} />
					</span>
					<span className="tabular speech-timer" data-timer="" role="timer" aria-live="off" />
				</p>
			</div>
			<p className="quiet" data-none="speaking" hidden={speaking !== null}>
				{t('nobodySpeaks')}
			</p>
		</section>
	)
}

function Speaker({
	speaker,
}: {
	speaker: { name: string; affiliation: string; representing: string | null; inHall: boolean } | null
}) {
	const words = useRoomWords()
	return (
		<>
			<strong>
				<Place field="name" value={speaker?.name ?? ''} />
			</strong>{' '}
			<Place field="affiliation" value={speaker?.affiliation} words={words.affiliation} />{' '}
			<Place field="representing" value={speaker?.representing} />{' '}
			<Place field="inHall" value={String(speaker?.inHall ?? '')} words={words.hall} className="quiet" />
		</>
	)
}

const NOBODY: Queued = {
	id: '',
	name: '',
	affiliation: 'resident',
	representing: null,
	position: 'for',
	inHall: false,
	turn: 'round',
	place: 'alone',
}

export function Queue({ shown: { queue, room } }: { shown: ShownRoom }) {
	const { t } = useTranslation('rooms')
	const words = useRoomWords()
	return (
		<section className="stack" data-gap="tight" aria-labelledby="queue">
			<Heading level={2} id="queue">
				{t('queue')}
			</Heading>
			<p className="quiet" data-none="queue" hidden={queue.length > 0}>
				{t('nobodyWaits')}
			</p>
			<Rows part="queue" rows={queue} blank={NOBODY} ordered>
				{(one) => (
					<>
						<span>
							<Place field="position" value={one.position} words={words.position} className="ds-tag" />{' '}
							<Speaker speaker={one} />
						</span>
						<span className="quiet small">
							<Place field="turn" value={one.turn} words={words.turn} />{' '}
							<Place field="place" value={one.place} words={words.place} />
						</span>
					</>
				)}
			</Rows>
			<Details summary={t('rule.title')}>
				<ul>
					<li>{t('rule.one')}</li>
					<li>{t('rule.positions')}</li>
					<li>{t('rule.within')}</li>
					<li>{t('rule.lot')}</li>
					<li>{t('rule.chair')}</li>
				</ul>
				<div data-part="room">
					{room.seedHash && (
						<p>
							{t('rule.hash')} <code>{room.seedHash}</code>
						</p>
					)}
					{room.seed && (
						<p>
							{t('rule.seed')} <code>{room.seed}</code>
						</p>
					)}
				</div>
			</Details>
		</section>
	)
}

export function Agenda({ shown: { agenda } }: { shown: ShownRoom }) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	return (
		<section className="stack" data-gap="tight" aria-labelledby="agenda">
			<Heading level={2} size="xs" id="agenda">
				{t('agenda')}
			</Heading>
			<p className="quiet" data-none="agenda" hidden={agenda.length > 0}>
				{t('noAgenda')}
			</p>
			<Rows
				part="agenda"
				rows={agenda}
				blank={{ id: '', titles: NOWHERE, minutes: 0, startedAt: null, endedAt: null }}
				ordered
			>
				{({ titles, minutes, startedAt, endedAt }) => (
					<>
						<Place field="titles" value={titles[language]} />
						<span className="meta">
							<span>
								<Place field="minutes" value={minutes} /> {t('minutes')}
							</span>
							<When field="startedAt" holds={startedAt !== null}>
								{t('begun')} <Moment field="startedAt" at={startedAt} />
							</When>
							<When field="endedAt" holds={endedAt !== null}>
								{t('ended')} <Moment field="endedAt" at={endedAt} />
							</When>
						</span>
					</>
				)}
			</Rows>
		</section>
	)
}

export function Present({ shown: { present, room } }: { shown: ShownRoom }) {
	const { t } = useTranslation('rooms')
	return (
		<section aria-labelledby="present">
			<Heading level={2} size="xs" id="present">
				{t('present')}
			</Heading>
			<p data-part="present">
				{t('presentHall')} <Place field="hall" value={present.hall} className="tabular" />, {t('presentNet')}{' '}
				<Place field="net" value={present.net} className="tabular" />
			</p>
			<p data-part="room">
				{t('waiting')} <Place field="waiting" value={room.waiting} className="tabular" />
			</p>
		</section>
	)
}
