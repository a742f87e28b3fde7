import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { followPath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Followed } from './follow.ts'

/** The two ways to hear of what is new: by mail, and in a reader of feeds. */
export function FollowLinks({ subject, name, feed }: { subject: Followed; name: string; feed: string }) {
	const { t } = useTranslation('notices')
	const language = useLanguage()
	return (
		<>
			<LinkButton variant="secondary" icon="bell" href={followPath(language, subject, name)} rel="nofollow">
				{t('follow.follow')}
			</LinkButton>
			<TextLink href={feed}>{t('follow.feed')}</TextLink>
		</>
	)
}
