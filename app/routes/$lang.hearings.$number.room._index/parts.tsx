import { Form } from '@remix-run/react'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath, signInPath } from '#app/links.ts'
import type { OwnPart } from '#app/rooms/shown.ts'
import { useRoomWords } from '#app/rooms/words.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { HearingState } from '#db/schema/hearings.ts'

export function StateLine({ state, startsAt }: { state: HearingState; startsAt: Date | null }) {
	const { t } = useTranslation('rooms')
	return (
		<p className="row">
			<Tag tone={state === 'live' ? 'sun' : 'neutral'} icon={state === 'live' ? 'clock' : undefined}>
				{t(`state.${state as 'live'}`)}
			</Tag>
			{state === 'announced' && startsAt && (
				<span>
					{t('startsAt')} <Time at={startsAt} />
				</span>
			)}
		</p>
	)
}

/** Of a host that the operator has named it stands in the page, shut in; of any other it is a link. */
export function Stream({ stream: { url, embedded } }: { stream: { url: string; embedded: boolean } }) {
	const { t } = useTranslation('rooms')
	return (
		<section className="stack" data-gap="tight" aria-label={t('stream')}>
			{embedded && (
				<iframe
					className="room-stream"
					src={url}
					title={t('stream')}
					sandbox="allow-scripts allow-same-origin allow-presentation"
					allow="autoplay; fullscreen"
					loading="lazy"
				/>
			)}
			<p>
				<TextLink href={url} rel="noreferrer nofollow">
					{t('streamLink')}
				</TextLink>
			</p>
		</section>
	)
}

/** What the reader may do here, and what they have done. */
export function OwnPlace({ number, own, open }: { number: string; own: OwnPart | null; open: boolean }) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	if (!open && !own?.seat) return null
	const room = hearingPagePath(language, number, 'room')
	const registration = hearingPagePath(language, number, 'room/registration')
	return (
		<Card as="section" labelledBy="own">
			<Heading level={2} size="xs" id="own">
				{t('own.title')}
			</Heading>
			{!own && (
				<LinkButton variant="secondary" href={signInPath(language, { next: room })}>
					{t('own.signIn')}
				</LinkButton>
			)}
			{own && !own.seat && <LinkButton href={registration}>{t('own.register')}</LinkButton>}
			{own?.seat && <Seat number={number} own={own} seat={own.seat} open={open} />}
		</Card>
	)
}

function Seat({
	number,
	own: { speech, asked },
	seat,
	open,
}: {
	number: string
	own: OwnPart
	seat: NonNullable<OwnPart['seat']>
	open: boolean
}) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const words = useRoomWords()
	const waits = speech?.state === 'waiting'
	return (
		<>
			<p>
				{seat.name}, {words.affiliation[seat.affiliation]}, {words.position[seat.position]}
			</p>
			<p>
				{t('own.code')} <strong className="tabular">{seat.code}</strong>
			</p>
			{speech?.state === 'passed' && (
				<p>
					{t('own.passed')} {speech.deviation}
				</p>
			)}
			{open && (
				<>
					<Form method="post">
						<input type="hidden" name="intent" value={waits ? 'take-back' : 'ask-to-speak'} />
						{waits && <p>{t('own.waits')}</p>}
						<Button variant={waits ? 'secondary' : 'primary'} fullWidth>
							{t(waits ? 'own.takeBack' : 'own.ask')}
						</Button>
					</Form>
					<p>
						<TextLink href={hearingPagePath(language, number, 'room/question')}>{t('own.question')}</TextLink>
					</p>
					<p>
						<TextLink href={hearingPagePath(language, number, 'room/registration')}>
							{t('own.change')}
						</TextLink>
					</p>
				</>
			)}
			{asked.length > 0 && (
				<ul className="entries">
					{asked.map((question) => (
						<li key={question.id}>
							<span lang={question.language}>{question.text}</span>
							<span className="quiet small">
								{words.question[question.state]}
								{question.hiddenReason && `: ${question.hiddenReason}`}
							</span>
						</li>
					))}
				</ul>
			)}
		</>
	)
}

export function Transcripts({ number, languages }: { number: string; languages: readonly string[] }) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	if (languages.length === 0) return null
	return (
		<section aria-labelledby="transcript">
			<Heading level={2} size="xs" id="transcript">
				{t('transcript.title')}
			</Heading>
			<ul className="plain-list">
				{languages.map((one) => (
					<li key={one}>
						<TextLink href={hearingPagePath(language, number, 'room/transcript', { language: one })}>
							{LANGUAGE_NAMES[one as Language] ?? one}
						</TextLink>
					</li>
				))}
			</ul>
		</section>
	)
}
