import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { officePath } from '#app/links.ts'
import type { OfficeInBody } from './body.ts'

/** The offices of a body, each with who holds it. */
export function OfficeList({ offices }: { offices: readonly OfficeInBody[] }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	if (offices.length === 0) return null
	return (
		<ul className="offices">
			{offices.map(({ slug, names, holder }) => (
				<li key={slug}>
					<a href={officePath(language, slug)}>{names[language]}</a>{' '}
					<span className="quiet">{holder ? holder[language] : t('bodies.noHolder')}</span>
				</li>
			))}
		</ul>
	)
}
