import { ACCEPTED } from '#app/files/kind.ts'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from '#app/ui/field.tsx'
import { LONGEST, MOST_MEGABYTES } from './document.ts'

/** What is said of a version when it is handed in. */
export function VersionFields({
	filled,
	prefix,
}: {
	filled: ReturnType<typeof useFilledForm>
	/** Of the ids, where a page has the fields twice. */
	prefix?: string
}) {
	const { t } = useTranslation('dossiers')
	const idOf = (name: string) => (prefix ? `${prefix}-${name}` : name)
	return (
		<>
			<Field
				name="title"
				id={idOf('title')}
				label={t('documentTitle')}
				maxLength={LONGEST.title}
				defaultValue={filled.value('title')}
				error={filled.problem('title')}
			/>
			<Field
				name="language"
				id={idOf('language')}
				type="select"
				label={t('languageLabel')}
				defaultValue={filled.value('language')}
				error={filled.problem('language')}
				options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
				width="short"
			/>
			<Field
				name="file"
				id={idOf('file')}
				type="file"
				label={t('chooseFile')}
				description={t('fileHelp', { megabytes: MOST_MEGABYTES })}
				error={filled.problem('file')}
				accept={ACCEPTED}
			/>
		</>
	)
}
