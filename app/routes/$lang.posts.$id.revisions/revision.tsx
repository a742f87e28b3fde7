import { changeBetween } from '#app/blogs/changed.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Changed } from '#app/ui/changed.tsx'
import { Details } from '#app/ui/details.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Time } from '#app/ui/time.tsx'

interface RevisionText {
	language: string
	number: number
	title: string
	summary: string
	markdown: string
	note: string
	at: Date
}

/** One text of the post: when and why it came to be, what it changed, and the whole of it. */
export function Revision({
	revision,
	before,
}: {
	revision: RevisionText
	before?: RevisionText | undefined
}) {
	const { t } = useTranslation('blogs')
	const { number, at, note, language } = revision
	const change = before && changeBetween(wholeOf(before), wholeOf(revision))
	return (
		<li data-tone={before ? 'sun' : 'sky'}>
			<p className="thread-when">
				<Time at={at} />
			</p>
			<p>
				<strong>{before ? t('revisions.number', { number }) : t('revisions.first')}</strong>
			</p>
			{note && <p>{t('revisions.why', { note })}</p>}
			{change?.removed.map((paragraph) => (
				<Changed key={paragraph} as="del" word={t('revisions.removed')} language={language}>
					{paragraph}
				</Changed>
			))}
			{change?.added.map((paragraph) => (
				<Changed key={paragraph} as="ins" word={t('revisions.added')} language={language}>
					{paragraph}
				</Changed>
			))}
			<Details summary={t('revisions.whole')}>
				<div className="prose" lang={language}>
					<p>
						<strong>{revision.title}</strong>
					</p>
					{revision.summary && <p>{revision.summary}</p>}
					<Paragraphs text={revision.markdown} />
				</div>
			</Details>
		</li>
	)
}

const wholeOf = ({ title, summary, markdown }: RevisionText) => `${title}\n\n${summary}\n\n${markdown}`
