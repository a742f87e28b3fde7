import type en from '#app/i18n/en/rooms.json'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** Why an act in the room was not done, in words. */
export function useRefusal() {
	const { t } = useTranslation('rooms')
	return (code: string) => t(`refused.${code.split(':', 1)[0] as keyof typeof en.refused}`)
}
