import { Form } from '@remix-run/react'
import type { DraftView } from '#app/desk/draft-view.server.ts'
import { PROMISES } from '#app/desk/promise-rows.ts'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { FilesField } from '#app/inquiries/ask-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'

type Shown = Pick<DraftView, 'version' | 'outcomes' | 'files'>

/** The text of the answer with everything the law wants in it. */
export function AnswerForm({ view, filled }: { view: Shown; filled: ReturnType<typeof useFilledForm> }) {
	const { t } = useTranslation(['desk', 'law'])
	const text = (name: string, label: string, description?: string, rows = 4) => (
		<Field
			name={name}
			label={label}
			description={description}
			type="textarea"
			rows={rows}
			defaultValue={filled.value(name)}
			error={filled.problem(name)}
		/>
	)
	return (
		<Form method="post" encType="multipart/form-data" className="form">
			<input type="hidden" name="version" value={view.version} />
			{text('body', t('desk:answer.body'), t('desk:answer.bodyAbout'), 14)}
			<Field
				name="language"
				label={t('desk:answer.language')}
				type="select"
				width="medium"
				defaultValue={filled.value('language')}
				options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
			/>
			<Field
				name="outcome"
				label={t('desk:answer.outcome')}
				type="select"
				width="medium"
				defaultValue={filled.value('outcome')}
				options={view.outcomes.map((outcome) => ({
					value: outcome,
					label: t(`law:outcome.${outcome as 'answered'}`),
				}))}
			/>
			{text('reasons', t('desk:answer.reasons'))}
			{text('law', t('desk:answer.law'), t('desk:answer.lawAbout'), 2)}
			{text('facts', t('desk:answer.facts'))}
			{text('appeal', t('desk:answer.appeal'), undefined, 3)}
			<FilesField kept={view.files} problem={filled.problem('files')} />
			<Details summary={t('desk:answer.redact')} open={Boolean(filled.value('publicBody'))}>
				{text('publicBody', t('desk:answer.redact'), t('desk:answer.redactAbout'), 8)}
				{text('redactionReason', t('desk:answer.redactionReason'), undefined, 2)}
			</Details>
			<Details summary={t('desk:case.promises')} open={Boolean(filled.value('promiseText0'))}>
				<p className="quiet">{t('desk:answer.promisesAbout')}</p>
				{PROMISES.map((row) => (
					<fieldset key={row} className="ds-fieldset">
						<legend className="ds-label">{t('desk:answer.promise', { count: row + 1 })}</legend>
						<Field
							name={`promiseText${row}`}
							label={t('desk:answer.promiseText')}
							defaultValue={filled.value(`promiseText${row}`)}
							error={filled.problem(`promiseText${row}`)}
						/>
						<Field
							name={`promiseDue${row}`}
							label={t('desk:answer.promiseDue')}
							type="date"
							width="short"
							defaultValue={filled.value(`promiseDue${row}`)}
							error={filled.problem(`promiseDue${row}`)}
						/>
					</fieldset>
				))}
			</Details>
			<div className="actions">
				<Button name="intent" value="submit">
					{t('desk:answer.submit')}
				</Button>
				<Button variant="secondary" name="intent" value="save">
					{t('desk:answer.save')}
				</Button>
				<Button variant="tertiary" name="intent" value="release" formNoValidate>
					{t('desk:answer.release')}
				</Button>
			</div>
		</Form>
	)
}
