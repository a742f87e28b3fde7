import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { officePath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import type { Words } from '#db/schema/bodies.ts'

/** Stands where a post stood that its body has taken back. */
export function Withdrawn({ office }: { office: { slug: string; names: Words } }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<article className="went-wrong">
			<Heading level={1} size="lg">
				{t('post.withdrawn')}
			</Heading>
			<p>{t('post.withdrawnText')}</p>
			<p>
				{t('post.withdrawnNext')}: <a href={officePath(language, office.slug)}>{office.names[language]}</a>
			</p>
		</article>
	)
}
