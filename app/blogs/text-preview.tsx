import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Heading } from '#app/ui/heading.tsx'

export interface Preview {
	title: string
	summary: string
	html: string
	language: string
}

/** The text as its readers will see it, before it is saved. */
export function TextPreview({ preview: { title, summary, html, language } }: { preview: Preview }) {
	const { t } = useTranslation('blogs')
	return (
		<section className="stack" aria-labelledby="preview">
			<Heading level={2} size="sm" id="preview">
				{t('desk.previewTitle')}
			</Heading>
			<p className="quiet small">{t('desk.notSaved')}</p>
			<Card as="article" lang={language}>
				<p className="ds-heading" data-size="lg">
					{title}
				</p>
				{summary && <p className="lead">{summary}</p>}
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
				<div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
			</Card>
		</section>
	)
}
