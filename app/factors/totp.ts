import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
/** A telephone's clock may be a little off: the half minute before and the one after are taken too. */
const DRIFT = 1

/** What an application of codes is told, as RFC 6238 and every such application have it. */
function keyOf(secret: string, account = '') {
	return new TOTP({
		issuer: 'Jauap',
		label: account,
		algorithm: 'SHA1',
		digits: 6,
		period: PERIOD,
		secret: Secret.fromBase32(secret),
	})
}

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that a square code carries to the application. */
export const totpAddress = (secret: string, account: string): string => keyOf(secret, account).toString()

/** The half minute, counted from 1970, to which the code belongs; undefined when it is wrong or out of time. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
	const delta = keyOf(secret).validate({ token: code, timestamp: now.getTime(), window: DRIFT })
	return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}
