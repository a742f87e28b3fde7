import { Form } from '@remix-run/react'
import { DECISION_PARTS } from '#app/considerations/consider.ts'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { FilesField } from '#app/inquiries/ask-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'

interface Asked {
	outcomes: readonly string[]
	languages: readonly string[]
	/** The law wants reasons, the law, the facts and the way to complain. */
	reasoned: boolean
	open: readonly string[]
	/** Files that have come with the form. */
	kept: readonly { id: string; name: string; size: number }[] | undefined
	wanted: FactorWanted
	filled: ReturnType<typeof useFilledForm>
}

/** Everything that the law wants in a decision. It is published with the button under it. */
export function DecisionForm({ outcomes, languages, reasoned, open, kept, wanted, filled }: Asked) {
	const { t } = useTranslation(['considering', 'law', 'common'])
	const field = (name: string) => ({
		name,
		defaultValue: filled.value(name),
		error: filled.problem(name),
	})
	return (
		<Form method="post" encType="multipart/form-data" className="form">
			<Field
				{...field('outcome')}
				label={t('considering:decision.outcome')}
				type="select"
				width="medium"
				options={[
					{ value: '', label: '' },
					...outcomes.map((outcome) => ({
						value: outcome,
						label: t(`law:petition.outcome.${outcome as 'granted'}`),
					})),
				]}
			/>
			<Field
				{...field('language')}
				label={t('considering:decision.language')}
				type="select"
				width="medium"
				options={languages.map((language) => ({
					value: language,
					label: LANGUAGE_NAMES[language as Language] ?? language,
				}))}
			/>
			<Field
				{...field('body')}
				label={t('considering:decision.body')}
				description={t('considering:decision.bodyAbout')}
				type="textarea"
				rows={14}
			/>
			{DECISION_PARTS.map((part) => (
				<Field
					key={part}
					{...field(part)}
					label={t(`considering:decision.${part}`)}
					type="textarea"
					rows={4}
					optional={reasoned ? undefined : t('common:form.optional')}
				/>
			))}
			<Details summary={t('considering:decision.promises')} open={Boolean(filled.value('promiseText0'))}>
				<p className="quiet">{t('considering:decision.promisesAbout')}</p>
				{[0, 1, 2].map((row) => (
					<fieldset key={row} className="ds-fieldset">
						<legend className="ds-label">{t('considering:decision.promise', { count: row + 1 })}</legend>
						<Field {...field(`promiseText${row}`)} label={t('considering:decision.promiseText')} />
						<Field
							{...field(`promiseDue${row}`)}
							label={t('considering:decision.promiseDue')}
							type="date"
							width="short"
						/>
					</fieldset>
				))}
			</Details>
			<FilesField kept={kept} problem={filled.problem('files')} />
			<FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
			<div className="actions">
				<Button variant="secondary" name="intent" value="preview" formNoValidate>
					{t('considering:decision.show')}
				</Button>
				{open.length === 0 && (
					<Button name="intent" value="decide">
						{t('considering:decision.button')}
					</Button>
				)}
			</div>
		</Form>
	)
}
