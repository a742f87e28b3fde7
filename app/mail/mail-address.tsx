import { useTranslation } from '#app/i18n/use-translation.ts'
import { TextLink } from '#app/ui/text-link.tsx'

/** Where a question may be written to by e-mail; nothing, in an installation that takes no mail. */
export function MailAddress({ address }: { address: string | undefined }) {
	const { t } = useTranslation('blogs')
	if (!address) return null
	return (
		<TextLink href={`mailto:${address}`} rel="nofollow">
			{t('mailAddress', { address })}
		</TextLink>
	)
}
