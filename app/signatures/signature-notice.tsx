import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signatureFilePath } from '#app/links.ts'
import { Icon } from '#app/ui/icon.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ShownSignature } from './shown-signature.ts'

/** A digital signature in plain words; its files for those whose it is. */
export function SignatureNotice({ signature }: { signature: ShownSignature }) {
	const { t } = useTranslation('signatures')
	const language = useLanguage()
	const { id, signerName, issuer, signedAt, revocation, asked, whole } = signature
	return (
		<div className="small stack" data-gap="tight">
			<p>
				<Icon name={revocation === 'revoked' ? 'warning' : 'tick'} />{' '}
				{t('shown.signed', { name: signerName })} <Time at={signedAt} />. {t('shown.issuer', { issuer })}{' '}
				{t(revocation === 'unchecked' && !asked ? 'shown.neverChecked' : `shown.${revocation}`)}
			</p>
			{whole && (
				<p className="row">
					<TextLink href={signatureFilePath(language, id, 'signature.cms')}>{t('shown.cms')}</TextLink>
					<TextLink href={signatureFilePath(language, id, 'statement.txt')}>{t('shown.statement')}</TextLink>
					<TextLink href={signatureFilePath(language, id, 'text.txt')}>{t('shown.text')}</TextLink>
				</p>
			)}
		</div>
	)
}
