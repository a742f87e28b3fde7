import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newInquiryPath, searchPath } from '#app/links.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

/** One box: what has been answered already is found; what has not is asked. */
export function SearchAndAsk() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<div>
			{/* biome-ignore lint/a11y/useSemanticElements: React 18 does not know the element search */}
			<form action={searchPath(language)} className="search-box" role="search">
				<Field name="q" type="search" label={t('home.search')} maxLength={200} required />
				<div className="actions">
					<Button icon="search">{t('home.find')}</Button>
					<LinkButton variant="secondary" icon="pen" href={newInquiryPath(language)}>
						{t('home.ask')}
					</LinkButton>
				</div>
			</form>
			<p className="quiet small">{t('home.searchHelp')}</p>
		</div>
	)
}
