import { DayStrip } from '#app/clocks/day-strip.tsx'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { HearingTag } from '#app/hearings/hearing-tag.tsx'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { bodyPath, hearingPagePath, hearingPath, hearingsPath, holdingPath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Shown } from './route.tsx'

/** What is heard, where it stands, when and where it is held, and what one can do now. */
export function Head({ shown }: { shown: Shown }) {
	const { t } = useTranslation(['hearings', 'law', 'people'])
	const language = useLanguage()
	const { head, number, hearing, body, text, strip, own, feed } = shown
	const { id, state, civic } = head
	return (
		<header className="page-heading stack">
			<p className="meta">
				<TextLink href={hearingsPath(language)}>{t('hearings:list.title')}</TextLink>
				<span className="tabular nowrap">{number}</span>
				<HearingTag state={state} />
			</p>
			<Heading level={1}>
				<span lang={head.language}>{head.title}</span>
			</Heading>
			{civic && <Notice tone="info">{t('hearings:civic')}</Notice>}
			<Standing shown={shown} />
			<DefinitionList
				entries={[
					{ term: t('hearings:when'), value: <When hearing={hearing} /> },
					{ term: t('hearings:where'), value: text?.place && <span lang={text.language}>{text.place}</span> },
					{ term: t('hearings:form'), value: t(`law:hearing.form.${hearing.form}`) },
					{
						term: t('hearings:heldBy'),
						value: body ? (
							<a className="ds-link" href={bodyPath(language, body.code)}>
								{body.names[language]}
							</a>
						) : (
							hearing.initiatorName
						),
					},
					{
						term: t('hearings:initiator'),
						value: !civic && [hearing.initiatorName, hearing.initiatorContact].filter(Boolean).join(', '),
					},
					{
						term: t('hearings:ground'),
						value:
							hearing.legalGround && t(`law:hearing.heldFor.${hearing.legalGround as 'state_expertise'}`),
					},
					{
						term: t('hearings:remarksUntil'),
						value: hearing.remarksUntil && <Time on={hearing.remarksUntil} />,
					},
					{ term: t('hearings:commentsAddress'), value: hearing.commentsAddress },
					{
						term: t('hearings:remarkLevel'),
						value: state === 'announced' && t(`people:level.${hearing.remarkLevel as 1}`),
					},
					{ term: t('hearings:seats'), value: hearing.seats },
					{
						term: t('hearings:stream'),
						value: hearing.streamUrl && (
							<a className="ds-link" href={hearing.streamUrl} rel="noreferrer nofollow">
								{new URL(hearing.streamUrl).host}
							</a>
						),
					},
				]}
			/>
			{strip && (
				<DayStrip
					strip={strip}
					href={hearingPagePath(language, number, 'plan')}
					words={t('hearings:strip.documents', {
						day: strip.standing.dayNumber,
						of: strip.standing.ofDays,
						due: strip.dueOn ? dayInWords(language, strip.dueOn, 'spoken') : '',
					})}
				/>
			)}
			<p className="actions">
				{state === 'live' && hearing.form !== 'portal_discussion' && (
					<LinkButton href={hearingPagePath(language, number, 'room')}>{t('hearings:enterRoom')}</LinkButton>
				)}
				{(state === 'announced' || state === 'live') && (
					<LinkButton
						icon="pen"
						variant={state === 'announced' ? undefined : 'secondary'}
						href={hearingPagePath(language, number, 'remarks/new')}
					>
						{t('hearings:say')}
					</LinkButton>
				)}
				{state === 'announced' && hearing.form !== 'portal_discussion' && (
					<LinkButton variant="secondary" href={hearingPagePath(language, number, 'room/registration')}>
						{t('hearings:register')}
					</LinkButton>
				)}
				<FollowLinks subject="hearing" name={number} feed={feed} />
				{own && <TextLink href={holdingPath(language, id)}>{t('hearings:own')}</TextLink>}
			</p>
		</header>
	)
}

function When({ hearing }: Pick<Shown, 'hearing'>) {
	const { t } = useTranslation('hearings')
	const { startsAt, startsOn, endsOn, form } = hearing
	if (!startsOn || !startsAt) return <>{t('notSet')}</>
	return (
		<>
			{form === 'portal_discussion' ? <Time on={startsOn} /> : <Time at={startsAt} />}
			{endsOn && endsOn !== startsOn && (
				<>
					{' – '}
					<Time on={endsOn} />
				</>
			)}
		</>
	)
}

/** Why it is not held, or what it was decided to be. */
function Standing({ shown: { head, hearing, number, repeatOf } }: { shown: Shown }) {
	const { t } = useTranslation(['hearings', 'law'])
	const language = useLanguage()
	const { callOffReason, notHeldGround, notHeldReason, outcome } = hearing
	return (
		<>
			{repeatOf && (
				<p>
					{t('hearings:repeats')} <TextLink href={hearingPath(language, repeatOf)}>{repeatOf}</TextLink>
				</p>
			)}
			{head.state === 'called_off' && (
				<Notice tone="warning" heading={t('hearings:state.called_off')}>
					<p>{callOffReason}</p>
				</Notice>
			)}
			{head.state === 'not_held' && (
				<Notice tone="warning" heading={t('hearings:state.not_held')}>
					<p>
						{notHeldGround && t(`law:hearing.notHeld.${notHeldGround as 'chair_absent'}`)} {notHeldReason}
					</p>
				</Notice>
			)}
			{outcome && (
				<Notice tone="success" heading={t(`law:hearing.outcome.${outcome}`)}>
					<p>
						<TextLink href={hearingPagePath(language, number, 'decision')}>
							{t('hearings:ways.decision')}
						</TextLink>
					</p>
				</Notice>
			)}
		</>
	)
}
