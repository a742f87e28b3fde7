import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** A factor is set up. The codes for the day on which it is lost are on this page once. */
export function FactorAdded({ recovery, next }: { recovery: readonly string[] | null; next?: string }) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	return (
		<div className="stack">
			<Heading level={1}>{t('factors.added')}</Heading>
			{recovery && <RecoveryCodes codes={recovery} />}
			<div className="actions">
				<LinkButton href={next ?? accountPagePath(language, 'factors')}>{t('factors.goOn')}</LinkButton>
			</div>
		</div>
	)
}

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
	const { t } = useTranslation('people')
	return (
		<Notice tone="warning" heading={t('factors.recoveryTitle')}>
			<p>{t('factors.recoveryText')}</p>
			<ul className="plain-list tabular">
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ul>
		</Notice>
	)
}
