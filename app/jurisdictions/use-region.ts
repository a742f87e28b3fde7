import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'

/** The name of a signer's region, or that it is abroad or not known. */
export function useRegion() {
	const { t } = useTranslation('law')
	const { t: say } = useTranslation('signing')
	return (code: string) => {
		if (code === 'abroad') return say('abroad')
		return code === 'unknown' ? say('receipt.unknown') : (regionName(t, code) ?? code)
	}
}
