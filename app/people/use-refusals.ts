import { useTranslation } from '#app/i18n/use-translation.ts'

export const REFUSALS = [
	'credentials',
	'wrongCode',
	'often',
	'demo',
	'password',
	'passwordShort',
	'passwordLong',
	'passwordEmail',
	'passwordCommon',
	'roles',
	'tenure',
	'ticket',
	'signInAgain',
	'factorNeeded',
	'applicationCode',
	'signInBefore',
	'tooManyFactors',
	'lastFactor',
	'no-factor',
	'passkey',
	'outOfTime',
] as const

type Refusal = (typeof REFUSALS)[number]

/** Why an act on an account was refused, in the reader's language: `often:57` says how many seconds to wait. */
export function useRefusals(): (code: string) => string {
	const { t } = useTranslation('people')
	return (code) => {
		const [name, seconds] = code.split(':', 2) as [Refusal | 'archive', string | undefined]
		if (name === 'often') return waiting(Number(seconds))
		if (name === 'archive') return t('refused.archiveHours', { count: Math.ceil(Number(seconds) / 3600) })
		return t(`refused.${name}`)
	}

	function waiting(seconds: number): string {
		return seconds < 120
			? t('refused.oftenSeconds', { count: seconds })
			: t('refused.oftenMinutes', { count: Math.ceil(seconds / 60) })
	}
}
