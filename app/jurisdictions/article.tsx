import { useTranslation } from '#app/i18n/use-translation.ts'
import { articleParts } from '#app/jurisdictions/rule.ts'

/** 'APPC 76(1)' as the reader's language calls it. */
export function Article({ of }: { of: string }) {
	const { t } = useTranslation('law')
	const { law, at } = articleParts(of)
	return (
		<span className="nowrap">
			{t(`code.${law as 'APPC'}`)} {at}
		</span>
	)
}
