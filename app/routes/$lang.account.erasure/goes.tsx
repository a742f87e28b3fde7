import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'

interface Counted {
	sessions: number
	notices: number
	follows: number
	files: number
	mail: number
}

/** What the erasure takes away for good. */
export function Goes({ goes }: { goes: Counted }) {
	const { t } = useTranslation('people')
	return (
		<section className="stack" aria-labelledby="goes">
			<Heading level={2} id="goes">
				{t('erasure.goes.title')}
			</Heading>
			<ul className="ds-list">
				<li>{t('erasure.goes.account')}</li>
				<li>{t('erasure.goes.names')}</li>
				<li>{t('erasure.goes.sessions', { count: goes.sessions })}</li>
				{goes.notices > 0 && <li>{t('erasure.goes.notices', { count: goes.notices })}</li>}
				{goes.follows > 0 && <li>{t('erasure.goes.follows', { count: goes.follows })}</li>}
				{goes.files > 0 && <li>{t('erasure.goes.files', { count: goes.files })}</li>}
				{goes.mail > 0 && <li>{t('erasure.goes.mail', { count: goes.mail })}</li>}
			</ul>
		</section>
	)
}
