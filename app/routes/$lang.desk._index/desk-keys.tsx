import { useTranslation } from '#app/i18n/use-translation.ts'

/** The keys that work on the list where scripts run: see public/desk-keys.js. */
export function DeskKeys() {
	const { t } = useTranslation('desk')
	return (
		<p className="quiet small">
			<kbd>j</kbd> <kbd>k</kbd> {t('keys.move')} · <kbd>o</kbd> {t('keys.open')} · <kbd>a</kbd>{' '}
			{t('keys.answer')} · <kbd>x</kbd> {t('keys.choose')}
		</p>
	)
}
