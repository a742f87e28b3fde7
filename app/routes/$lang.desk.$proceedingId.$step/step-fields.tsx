import type { Step } from '#app/desk/steps.server.ts'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { AddressedBody } from '#app/inquiries/addressees.server.ts'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'

interface Asked {
	step: Step
	filled: ReturnType<typeof useFilledForm>
	/** Of the question. */
	language: string
	today: string
	bodies: readonly AddressedBody[]
	/** Null while the calendar does not reach so far. */
	longest?: string | null
	grounds: readonly string[]
	/** The case waits for its author: then it can be given back as uncorrected, and only so. */
	waits: boolean
	targets: readonly { proceedingId: string; number: string; subject: string; joined: number }[]
}

/** What each act asks for, and nothing more. */
export function StepFields(asked: Asked) {
	switch (asked.step) {
		case 'redirect':
			return <Redirect {...asked} />
		case 'extension':
			return <Extension {...asked} />
		case 'correction':
			return <Correction {...asked} />
		case 'return':
			return <Return {...asked} />
		case 'termination':
			return <Termination {...asked} />
		case 'partial-answer':
			return <PartialAnswer {...asked} />
		case 'merge':
			return <Merge {...asked} />
	}
}

function Redirect({ filled, bodies }: Asked) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	return (
		<>
			<Field
				name="to"
				label={t('step.redirect.toBody')}
				type="select"
				defaultValue={filled.value('to')}
				error={filled.problem('to')}
				options={[
					{ value: '', label: '' },
					...bodies.map((body) => ({
						label: body.names[language],
						options: [
							{ value: body.id, label: body.names[language] },
							...body.offices.map((office) => ({
								value: `${body.id} ${office.id}`,
								label: office.names[language],
							})),
						],
					})),
				]}
			/>
			<Choice
				name="whole"
				legend={t('step.redirect.whole')}
				defaultValue={filled.value('whole') ?? 'all'}
				error={filled.problem('whole')}
				options={[
					{ value: 'all', label: t('step.redirect.all') },
					{ value: 'some', label: t('step.redirect.some') },
				]}
			/>
			<Field
				name="part"
				label={t('step.redirect.part')}
				type="textarea"
				rows={3}
				defaultValue={filled.value('part')}
				error={filled.problem('part')}
			/>
			<Reason filled={filled} />
		</>
	)
}

function Extension({ filled, today, longest }: Asked) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	return (
		<>
			<Field
				name="until"
				label={t('step.extension.until')}
				description={
					longest
						? t('step.extension.untilAbout', { day: dayInWords(language, longest, 'plain') })
						: t('step.extension.untilUndated')
				}
				type="date"
				width="short"
				min={today}
				max={longest ?? undefined}
				defaultValue={filled.value('until')}
				error={filled.problem('until')}
			/>
			<Reason filled={filled} />
		</>
	)
}

function Correction({ filled, today }: Asked) {
	const { t } = useTranslation('desk')
	return (
		<>
			<Field
				name="request"
				label={t('step.correction.request')}
				description={t('step.correction.requestAbout')}
				type="textarea"
				defaultValue={filled.value('request')}
				error={filled.problem('request')}
			/>
			<Field
				name="until"
				label={t('step.correction.until')}
				type="date"
				width="short"
				min={today}
				defaultValue={filled.value('until')}
				error={filled.problem('until')}
			/>
		</>
	)
}

function Return({ filled, waits }: Asked) {
	const { t } = useTranslation('desk')
	const grounds = waits ? (['uncorrected'] as const) : (['identical', 'obscene'] as const)
	return (
		<>
			<Choice
				name="ground"
				legend={t('step.return.ground')}
				defaultValue={filled.value('ground') ?? grounds[0]}
				error={filled.problem('ground')}
				options={grounds.map((ground) => ({ value: ground, label: t(`step.return.${ground}`) }))}
			/>
			<Reason filled={filled} />
		</>
	)
}

function Termination({ filled, grounds }: Asked) {
	const { t } = useTranslation(['desk', 'law'])
	return (
		<>
			<Choice
				name="ground"
				legend={t('desk:step.termination.ground')}
				defaultValue={filled.value('ground')}
				error={filled.problem('ground')}
				options={grounds.map((ground) => ({
					value: ground,
					label: t(`law:ground.${ground as 'anonymous'}`),
				}))}
			/>
			<Reason filled={filled} />
		</>
	)
}

function PartialAnswer({ filled, language }: Asked) {
	const { t } = useTranslation('desk')
	return (
		<>
			<Field
				name="body"
				label={t('step.partial-answer.body')}
				description={t('answer.bodyAbout')}
				type="textarea"
				rows={10}
				defaultValue={filled.value('body')}
				error={filled.problem('body')}
			/>
			<Field
				name="language"
				label={t('answer.language')}
				type="select"
				width="medium"
				defaultValue={filled.value('language') ?? language}
				error={filled.problem('language')}
				options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
			/>
		</>
	)
}

function Merge({ filled, targets }: Asked) {
	const { t } = useTranslation('desk')
	return (
		<Choice
			name="into"
			legend={t('step.merge.into')}
			defaultValue={filled.value('into')}
			error={filled.problem('into')}
			options={targets.map((target) => ({
				value: target.proceedingId,
				label: target.subject,
				description:
					target.joined > 0
						? `${target.number} · ${t('mark.joined', { count: target.joined })}`
						: target.number,
			}))}
		/>
	)
}

function Reason({ filled }: Pick<Asked, 'filled'>) {
	const { t } = useTranslation('desk')
	return (
		<Field
			name="reason"
			label={t('step.reason')}
			description={t('step.reasonAbout')}
			type="textarea"
			rows={4}
			defaultValue={filled.value('reason')}
			error={filled.problem('reason')}
		/>
	)
}
