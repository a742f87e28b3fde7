import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** The script of pages that stand these fields: with it a passkey is asked for by the button of the form. */
export const PASSKEYS_SCRIPT = '/passkeys.js'

/** What the person may show here; null when they have done so a moment ago. */
export type FactorWanted = { passkeys: number; totps: number } | null

/** In a form of an act that needs a second factor. It is shown with the act, so nothing typed is left behind. */
export function FactorFields({ wanted, problem }: { wanted: FactorWanted; problem?: string }) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	if (!wanted) return null
	if (wanted.passkeys + wanted.totps === 0) {
		return (
			<Notice tone="warning" heading={t('factor.none')}>
				<TextLink href={accountPagePath(language, 'factors')}>{t('factor.setUp')}</TextLink>
			</Notice>
		)
	}
	return (
		<fieldset className="ds-fieldset">
			<legend className="ds-label">{t('factor.title')}</legend>
			{wanted.passkeys > 0 && (
				<>
					<input type="hidden" name="passkey" data-ceremony="get" />
					<p data-passkey-only hidden>
						{t('factor.passkey')}
					</p>
					<div data-passkey-failed hidden role="status">
						<Notice tone="warning">{t('factor.failed')}</Notice>
					</div>
				</>
			)}
			<Field
				name="factorCode"
				label={t(wanted.totps > 0 ? 'factor.code' : 'factor.recovery')}
				description={t(wanted.totps > 0 ? 'factor.codeHint' : 'factor.recoveryHint')}
				autoComplete="one-time-code"
				width="medium"
				error={problem}
			/>
		</fieldset>
	)
}
