import { type Asked, OWN, PAUSES } from '#app/calculator/asked.ts'
import type { RuleFacts } from '#app/calculator/calculate.server.ts'
import { UNITS } from '#app/deadlines/term.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { articleParts } from '#app/jurisdictions/rule.ts'
import { calculatorPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'

interface Props {
	asked: Asked
	rules: readonly RuleFacts[]
	zone: string
	problem?: { field: string; message: string | undefined } | undefined
}

/** Sent by GET: what is asked stands in the address. */
export function CalculatorForm({ asked, rules, zone, problem }: Props) {
	const { t } = useTranslation(['clock', 'law', 'common'])
	const language = useLanguage()
	const wrong = (field: string) => (problem?.field === field ? problem.message : undefined)
	return (
		<form action={calculatorPath(language)} className="form">
			<input type="hidden" name="profile" value={asked.profile} />
			<Field
				name="rule"
				type="select"
				label={t('clock:calculator.rule')}
				defaultValue={asked.rule}
				error={wrong('rule')}
				options={[
					...(['inquiry', 'petition', 'hearing'] as const).map((area) => ({
						label: t(`law:area.${area}`),
						options: rules
							.filter((rule) => rule.area === area)
							.map((rule) => ({ value: rule.name, label: nameOf(rule) })),
					})),
					{ value: OWN, label: t('clock:calculator.own') },
				]}
			/>
			<Details summary={t('clock:calculator.own')} open={asked.rule === OWN}>
				<p className="quiet small">{t('clock:calculator.ownHelp')}</p>
				<div className="row">
					<Field
						name="n"
						type="number"
						label={t('clock:calculator.n')}
						defaultValue={asked.n}
						error={wrong('n')}
						min={1}
						max={36_525}
						width="short"
					/>
					<Field
						name="unit"
						type="select"
						label={t('clock:calculator.unit')}
						defaultValue={asked.unit}
						error={wrong('unit')}
						options={UNITS.map((unit) => ({ value: unit, label: t(`law:unitName.${unit}`) }))}
					/>
				</div>
			</Details>
			<Choice
				name="begins"
				legend={t('clock:calculator.begins')}
				defaultValue={asked.begins}
				options={(['received', 'anchor'] as const).map((value) => ({
					value,
					label: t(`clock:calculator.${value}`),
					description: t(`clock:calculator.${value}Help`),
				}))}
			/>
			<Field
				name="day"
				type="date"
				label={t('clock:calculator.day')}
				defaultValue={asked.day}
				error={wrong('day')}
				required
			/>
			<Field
				name="time"
				type="time"
				label={t('clock:calculator.time')}
				optional={t('common:form.optional')}
				description={t('clock:calculator.timeHelp', { zone })}
				defaultValue={asked.time}
			/>
			<Details
				summary={t('clock:calculator.pauses')}
				open={asked.pauses.some(({ from, to }) => Boolean(from || to))}
			>
				<p className="quiet small">{t('clock:calculator.pausesHelp')}</p>
				{PAUSES.map((number) => (
					<div key={number} className="row">
						<Field
							name={`pause${number}from`}
							type="date"
							label={t('clock:calculator.pauseFrom', { number })}
							defaultValue={asked.pauses[number - 1]?.from}
							error={wrong(`pause${number}from`)}
						/>
						<Field
							name={`pause${number}to`}
							type="date"
							label={t('clock:calculator.pauseTo', { number })}
							defaultValue={asked.pauses[number - 1]?.to}
						/>
					</div>
				))}
			</Details>
			<p className="actions">
				<Button icon="calendar">{t('clock:calculator.count')}</Button>
			</p>
		</form>
	)

	function nameOf({ name, limit, article }: RuleFacts): string {
		const { law, at } = articleParts(article ?? '')
		const term = t(`law:unit.${limit.unit}`, { count: limit.n })
		const place = article ? `, ${t(`law:code.${law as 'APPC'}`)} ${at}` : ''
		return `${t(`law:rule.${name as 'inquiry.answer'}`)} (${term}${place})`
	}
}
