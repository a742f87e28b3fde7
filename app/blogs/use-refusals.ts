import { useTranslation } from '#app/i18n/use-translation.ts'

/** The words for what the acts on posts refuse. */
export function useRefusals(): (code: string) => string {
	const { t } = useTranslation('blogs')
	return (code) => t(`desk.refused.${code as 'no-text'}`)
}
