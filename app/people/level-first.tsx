import type { ReactNode } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { accountPagePath, signInPath } from '#app/links.ts'
import { SignatureOffer } from '#app/signatures/signature-offer.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Standing } from './level.ts'
import { WaysUp } from './ways-up.tsx'

/** That more must be shown of who one is, why, and how: before anything is typed, or with what was. */
export function LevelFirst({
	standing,
	carried,
	next,
	children,
}: {
	standing: Standing
	carried?: string
	next?: string
	children?: ReactNode
}) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	const { signedIn, article, ways, signature } = standing
	return (
		<Notice level={3} heading={t(signedIn ? 'level.more' : 'level.first')}>
			<p>
				{t('level.why')} {article && <Article of={article} />}
			</p>
			{carried && <p>{t('level.kept')}</p>}
			<WaysUp ways={ways} carried={carried} next={next} />
			{signature && <SignatureOffer carried={carried} next={next} />}
			{children}
			{!signedIn && !carried && (
				<p>
					{t('level.known')} <TextLink href={signInPath(language, { next })}>{t('level.signIn')}</TextLink>
				</p>
			)}
		</Notice>
	)
}

/** Whoever came by a state identity alone is told once more that no letter can reach them. */
export function AddressWanted() {
	const { t } = useTranslation('people')
	return (
		<Notice level={3} heading={t('level.noAddress')}>
			<p>
				{t('level.noAddressHelp')}{' '}
				<TextLink href={accountPagePath(useLanguage(), 'email')}>{t('level.addAddress')}</TextLink>
			</p>
		</Notice>
	)
}
