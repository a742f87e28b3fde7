import { useTranslation } from '#app/i18n/use-translation.ts'

export default function Home() {
	const { t } = useTranslation()
	return <h1 className="ds-heading">{t('frame.what')}</h1>
}
