import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Hidden, OneButton } from '#app/rooms/hidden.tsx'
import { MOST_SPEECH_MINUTES, SPEECH_MINUTES } from '#app/rooms/room.ts'
import type { Queued, ShownItem } from '#app/rooms/shown.ts'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { useRoomWords } from '#app/rooms/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'

/** The queue with what the chair does: its first is called by one button, any other only with a reason. */
export function Line({
	queue,
	lead,
	reply,
}: {
	queue: readonly Queued[]
	lead: boolean
	reply: FormReply | undefined
}) {
	const { t } = useTranslation('rooms')
	const words = useRoomWords()
	return (
		<section className="stack" data-gap="tight" aria-labelledby="line">
			<Heading level={2} id="line">
				{t('queue')}
			</Heading>
			{queue.length === 0 && <p className="quiet">{t('nobodyWaits')}</p>}
			<ol className="entries">
				{queue.map((one, at) => (
					<li key={one.id}>
						<span>
							<strong>{one.name}</strong> {words.affiliation[one.affiliation]} {one.representing}{' '}
							<span className="ds-tag">{words.position[one.position]}</span>{' '}
							<span className="quiet">{words.hall[`${one.inHall}`]}</span>
						</span>
						<span className="quiet small">
							{words.turn[one.turn]} {words.place[one.place]}
						</span>
						{lead && (
							<Calling
								speechId={one.id}
								first={at === 0}
								reply={reply?.initialValue?.speechId === one.id ? reply : undefined}
							/>
						)}
					</li>
				))}
			</ol>
		</section>
	)
}

function Calling({
	speechId,
	first,
	reply,
}: {
	speechId: string
	first: boolean
	reply: FormReply | undefined
}) {
	const { t } = useTranslation('rooms')
	const form = useFilledForm(reply, { defaults: { minutes: SPEECH_MINUTES }, refusal: useRefusal() })
	const minutes = (
		<Field
			name="minutes"
			id={`minutes-${speechId}`}
			type="number"
			width="short"
			min={1}
			max={MOST_SPEECH_MINUTES}
			label={t('console.minutes')}
			defaultValue={form.value('minutes')}
			error={form.problem('minutes')}
		/>
	)
	const deviation = (
		<Field
			name="deviation"
			id={`deviation-${speechId}`}
			type="textarea"
			rows={2}
			label={t('console.deviation')}
			description={t('console.deviationHelp')}
			maxLength={LONGEST.reason}
			defaultValue={form.value('deviation')}
			error={form.problem('deviation')}
		/>
	)
	return (
		<>
			{first && (
				<Form method="post" className="stack" data-gap="tight">
					<Hidden intent="call" speechId={speechId} />
					{minutes}
					<div>
						<Button>{t('console.call')}</Button>
					</div>
				</Form>
			)}
			<Details summary={t(first ? 'console.pass' : 'console.outOfTurn')} open={reply !== undefined}>
				<Form method="post" className="stack" data-gap="tight" noValidate>
					<Hidden speechId={speechId} />
					{deviation}
					{!first && minutes}
					<div className="actions">
						{!first && (
							<Button variant="secondary" name="intent" value="call">
								{t('console.callAnyway')}
							</Button>
						)}
						<Button variant="secondary" name="intent" value="pass">
							{t('console.pass')}
						</Button>
					</div>
				</Form>
			</Details>
		</>
	)
}

export function Items({ agenda, lead }: { agenda: readonly ShownItem[]; lead: boolean }) {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	return (
		<section className="stack" data-gap="tight" aria-labelledby="items">
			<Heading level={2} size="xs" id="items">
				{t('agenda')}
			</Heading>
			{agenda.length === 0 && <p className="quiet">{t('noAgenda')}</p>}
			<ol className="entries">
				{agenda.map(({ id, titles, minutes, startedAt, endedAt }) => (
					<li key={id}>
						<span>{titles[language]}</span>
						<span className="meta">
							<span>
								{minutes} {t('minutes')}
							</span>
							{startedAt && (
								<span>
									{t('begun')} <Time at={startedAt} format="time" />
								</span>
							)}
							{endedAt && (
								<span>
									{t('ended')} <Time at={endedAt} format="time" />
								</span>
							)}
						</span>
						{lead && !startedAt && (
							<OneButton intent="begin-item" fields={{ itemId: id }}>
								{t('console.beginItem')}
							</OneButton>
						)}
						{lead && startedAt && !endedAt && <OneButton intent="end-item">{t('console.endItem')}</OneButton>}
					</li>
				))}
			</ol>
		</section>
	)
}

/** While people wait to speak, the session ends only with the reason. */
export function End({ waiting, reply }: { waiting: number; reply: FormReply | undefined }) {
	const { t } = useTranslation('rooms')
	const form = useFilledForm(reply, { refusal: useRefusal() })
	return (
		<Form method="post" className="form">
			<Hidden intent="end" />
			{waiting > 0 && (
				<Field
					name="reason"
					id="end-reason"
					type="textarea"
					label={t('console.endReason')}
					description={t('console.endReasonHelp', { waiting })}
					maxLength={LONGEST.reason}
					defaultValue={form.value('reason')}
					error={form.problem('reason')}
				/>
			)}
			<Button color="danger">{t('console.end')}</Button>
		</Form>
	)
}
