import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'

/** What there is to know before one writes to a body that the law on questions does not bind. */
export function OfOwnWill() {
	const { t } = useTranslation('blogs')
	return (
		<Notice>
			<p>{t('body.unbound')}</p>
		</Notice>
	)
}
