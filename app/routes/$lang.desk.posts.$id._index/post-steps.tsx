import type { DeskPost } from '#app/blogs/find.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPostPath, filePath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'

/** What this person may do with the post besides writing. */
export function Steps({ post: { id, acts } }: { post: DeskPost }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const may = (act: DeskPost['acts'][number]) => acts.includes(act)
	if (!may('publish') && !may('withdraw') && !may('discard')) return null
	return (
		<section className="stack" aria-labelledby="next">
			<Heading level={2} size="sm" id="next">
				{t('desk.next')}
			</Heading>
			{may('publish') && (
				<LinkButton icon="letter" href={deskPostPath(language, id, 'publication')}>
					{t('desk.publish')}
				</LinkButton>
			)}
			{may('withdraw') && (
				<LinkButton variant="secondary" color="danger" href={deskPostPath(language, id, 'withdrawal')}>
					{t('desk.withdraw')}
				</LinkButton>
			)}
			{may('discard') && (
				<LinkButton variant="tertiary" color="danger" href={deskPostPath(language, id, 'discarding')}>
					{t('desk.discard')}
				</LinkButton>
			)}
		</section>
	)
}

/** The pictures of the post, each with the line that puts it into the text. */
export function Pictures({ post: { id, acts, pictures } }: { post: DeskPost }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<section className="stack" aria-labelledby="pictures">
			<Heading level={2} size="sm" id="pictures">
				{t('desk.pictures')}
			</Heading>
			{pictures.length === 0 && <p className="quiet">{t('desk.noPictures')}</p>}
			{pictures.map((picture) => (
				<figure key={picture.id}>
					<img
						src={filePath(picture.fileId, `${picture.id}.webp`)}
						width={picture.width}
						height={picture.height}
						alt={picture.alternatives[language]}
						loading="lazy"
					/>
					<figcaption>
						{t('desk.insert')}
						<br />
						<code className="insertion">{`![](picture:${picture.id})`}</code>
					</figcaption>
				</figure>
			))}
			{acts.includes('illustrate') && (
				<LinkButton variant="secondary" icon="clip" href={deskPostPath(language, id, 'pictures')}>
					{t('desk.addPicture')}
				</LinkButton>
			)}
		</section>
	)
}
