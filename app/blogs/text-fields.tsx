import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from '#app/ui/field.tsx'

interface Filled {
	value: (field: string) => string | undefined
	problem: (field: string) => string | undefined
}

/** Title, summary and text of a post in one language. */
export function TextFields({ filled, lang }: { filled: Filled; lang?: string }) {
	const { t } = useTranslation(['blogs', 'common'])
	return (
		<>
			<Field
				name="title"
				lang={lang}
				label={t('blogs:desk.heading')}
				defaultValue={filled.value('title')}
				error={filled.problem('title')}
				required
				maxLength={200}
			/>
			<Field
				name="summary"
				type="textarea"
				rows={2}
				lang={lang}
				label={t('blogs:desk.summary')}
				optional={t('common:form.optional')}
				description={t('blogs:desk.summaryHelp')}
				defaultValue={filled.value('summary')}
				error={filled.problem('summary')}
				maxLength={500}
			/>
			<Field
				name="markdown"
				type="textarea"
				rows={20}
				lang={lang}
				label={t('blogs:desk.markdown')}
				description={t('blogs:desk.markdownHelp')}
				defaultValue={filled.value('markdown')}
				error={filled.problem('markdown')}
				required
				maxLength={60_000}
			/>
		</>
	)
}
