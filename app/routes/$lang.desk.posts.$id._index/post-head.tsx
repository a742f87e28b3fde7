import type { DeskPost } from '#app/blogs/find.server.ts'
import { textFor } from '#app/blogs/shown.ts'
import { StateTag } from '#app/blogs/state-tag.tsx'
import { momentInWords } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPostPath, postPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** Which post, how it stands, and its text in which language. */
export function PostHead({ post, textLanguage }: { post: DeskPost; textLanguage: Language }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const has = (one: string) => post.texts.some((text) => text.language === one)
	return (
		<header className="stack">
			<Heading level={1} size="lg">
				{textFor(post, language)?.title}
			</Heading>
			<p className="row">
				<StateTag state={post.state} />
				<span className="quiet">{post.office.names[language]}</span>
				{post.state === 'scheduled' && post.publishAt && (
					<span>{t('desk.scheduledFor', { moment: momentInWords(language, new Date(post.publishAt)) })}</span>
				)}
				<TextLink href={postPath(language, post.id, { text: textLanguage })}>{t('desk.seeIt')}</TextLink>
			</p>
			<Tabs
				label={t('post.languages')}
				places={LANGUAGES.map((one) => ({
					label: has(one) ? LANGUAGE_NAMES[one] : `+ ${LANGUAGE_NAMES[one]}`,
					href: deskPostPath(language, post.id, undefined, { text: one }),
					current: one === textLanguage,
				}))}
			/>
		</header>
	)
}
