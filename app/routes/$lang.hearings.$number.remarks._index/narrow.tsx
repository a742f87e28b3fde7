import { Form } from '@remix-run/react'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import type { Asked } from './route.tsx'

/** Whose remarks, in which language, on which document, with which words. */
export function Narrow({
	number,
	query,
	documents,
}: {
	number: string
	query: Asked
	documents: readonly { id: string; title: string }[]
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const every = { value: '', label: t('every') }
	return (
		<Form
			method="get"
			action={hearingPagePath(language, number, 'remarks')}
			className="search-box"
			reloadDocument
		>
			<Field name="q" type="search" label={t('search')} defaultValue={query.q} maxLength={200} />
			<Field
				name="position"
				type="select"
				label={t('positionLabel')}
				defaultValue={query.position ?? ''}
				options={[every, ...POSITIONS.map((value) => ({ value, label: t(`position.${value}`) }))]}
			/>
			<Field
				name="affiliation"
				type="select"
				label={t('affiliationLabel')}
				defaultValue={query.affiliation ?? ''}
				options={[every, ...AFFILIATIONS.map((value) => ({ value, label: t(`affiliation.${value}`) }))]}
			/>
			<Field
				name="language"
				type="select"
				label={t('languageLabel')}
				defaultValue={query.language ?? ''}
				options={[every, ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))]}
			/>
			{documents.length > 0 && (
				<Field
					name="document"
					type="select"
					label={t('documentLabel')}
					defaultValue={query.document ?? ''}
					options={[every, ...documents.map(({ id, title }) => ({ value: id, label: title }))]}
				/>
			)}
			<Button variant="secondary" icon="search">
				{t('find')}
			</Button>
		</Form>
	)
}
