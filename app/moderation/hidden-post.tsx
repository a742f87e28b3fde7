import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { officePath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { HidingReason } from './hiding.ts'

interface Hidden {
	reason: string
	explanation: string
	at: Date | string
	publishedAt: Date | string | null
}

/** Stands where a post stands that a moderator has hidden: whose it is, when, and why. */
export function HiddenPost({
	office,
	hidden,
}: {
	office: { slug: string; names: { kk: string; ru: string; en: string } }
	hidden: Hidden
}) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	return (
		<article className="stack column">
			<p className="meta">
				<a href={officePath(language, office.slug)}>{office.names[language]}</a>
				{hidden.publishedAt && <Time at={hidden.publishedAt} />}
			</p>
			<Heading level={1}>{t('moderation.isHidden')}</Heading>
			<Notice tone="warning" heading={t(`reason.${hidden.reason as HidingReason}`)}>
				<p>{hidden.explanation}</p>
				<p className="small">
					{t('moderation.hid')}: <Time at={hidden.at} />
				</p>
			</Notice>
		</article>
	)
}
