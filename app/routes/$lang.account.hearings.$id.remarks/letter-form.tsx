import { Form } from '@remix-run/react'
import { ACCEPTED } from '#app/files/kind.ts'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Check, Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'

/** A remark on paper or by e-mail, with the moment at which it came. */
export function LetterForm({
	regions,
	filled,
}: {
	regions: readonly string[]
	filled: ReturnType<typeof useFilledForm>
}) {
	const { t } = useTranslation(['remarks', 'law', 'common'])
	const language = useLanguage()
	const own = filled.value('intent') === 'enter' ? filled : undefined
	const field = (name: string) => ({
		name,
		id: `letter-${name}`,
		defaultValue: own?.value(name),
		error: own?.problem(name),
	})
	return (
		<Details summary={t('remarks:sorting.enter')} open={own !== undefined}>
			<Form method="post" encType="multipart/form-data" className="form" noValidate>
				<p>{t('remarks:sorting.enterHelp')}</p>
				<Field {...field('day')} type="date" label={t('remarks:sorting.day')} width="short" />
				<Field {...field('time')} type="time" label={t('remarks:sorting.time')} width="short" />
				<Field {...field('name')} label={t('remarks:sorting.letterName')} maxLength={200} />
				<Field
					{...field('email')}
					type="email"
					label={t('remarks:sorting.email')}
					optional={t('common:form.optional')}
				/>
				<Choice
					{...field('position')}
					legend={t('remarks:positionLabel')}
					options={POSITIONS.map((value) => ({ value, label: t(`remarks:position.${value}`) }))}
				/>
				<Field
					{...field('affiliation')}
					type="select"
					label={t('remarks:affiliationLabel')}
					options={AFFILIATIONS.map((value) => ({ value, label: t(`remarks:affiliation.${value}`) }))}
				/>
				<Field
					{...field('text')}
					type="textarea"
					rows={8}
					label={t('remarks:sorting.whole')}
					maxLength={LONGEST.remark}
				/>
				<Field
					{...field('language')}
					defaultValue={own?.value('language') ?? language}
					type="select"
					label={t('remarks:languageLabel')}
					options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
				/>
				<Field
					{...field('region')}
					type="select"
					label={t('remarks:sorting.region')}
					options={[
						{ value: '', label: t('remarks:sorting.unknown') },
						...regions.map((code) => ({ value: code, label: t(`law:region.${code as 'KZ-10'}`) })),
					]}
				/>
				<Field
					{...field('files')}
					defaultValue={undefined}
					type="file"
					label={t('remarks:new.files')}
					description={t('remarks:new.filesHelp')}
					accept={ACCEPTED}
					multiple
				/>
				<Check
					name="published"
					id="letter-published"
					label={t('remarks:sorting.publish')}
					defaultChecked={own?.value('published') === 'on'}
				/>
				<Check
					name="showName"
					id="letter-showName"
					label={t('remarks:sorting.showName')}
					defaultChecked={own?.value('showName') === 'on'}
				/>
				<Button name="intent" value="enter">
					{t('remarks:sorting.enter')}
				</Button>
			</Form>
		</Details>
	)
}
