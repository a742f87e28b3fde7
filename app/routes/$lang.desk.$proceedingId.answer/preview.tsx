import type { DraftView } from '#app/desk/draft-view.server.ts'
import { Attached } from '#app/files/attached.tsx'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'

/** The draft as its author and the public will read it. */
export function Preview({
	draft,
	files,
	number,
}: Pick<DraftView, 'files' | 'number'> & { draft: NonNullable<DraftView['draft']> }) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const parts = [
		['answer.reasons', draft.reasons],
		['answer.facts', draft.facts],
		['answer.law', draft.law],
		['answer.appeal', draft.appeal],
	] as const
	return (
		<section className="stack" aria-labelledby="preview-heading" lang={draft.language}>
			<Heading level={2} id="preview-heading">
				{t('answer.preview')}
			</Heading>
			{draft.submitted && <p className="quiet">{t('answer.submitted')}</p>}
			<Html html={draft.html} />
			{parts.map(([title, text]) => (
				<section key={title} className="stack" data-gap="tight">
					<Heading level={3}>{t(title)}</Heading>
					<Paragraphs text={text} />
				</section>
			))}
			{draft.publicHtml && (
				<Notice heading={t('answer.redact')}>
					<p>{draft.redactionReason}</p>
					<Html html={draft.publicHtml} />
				</Notice>
			)}
			<Attached files={files} ways={waysOf(language, number, undefined)} />
			{draft.promises.length > 0 && (
				<>
					<Heading level={3}>{t('case.promises')}</Heading>
					<ul>
						{draft.promises.map((promise) => (
							<li key={promise.text}>
								{promise.text} ({promise.dueOn})
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	)
}

function Html({ html }: { html: string }) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door
	return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
