/**
 * A national identifier in the one form in which they are compared, that of ETSI EN 319 412-1: PNOKZ-900101300123.
 * Certificates also write IIN900101300123; state portals the number alone, with spaces or hyphens.
 */
export function identifierIn(country: string, given: string): string | undefined {
	const plain = given.normalize('NFKC').toUpperCase().replace(/\s/g, '')
	const etsi = plain.match(/^PNO([A-Z]{2})-(.+)$/)
	const number = (etsi?.[2] ?? plain.replace(/^IIN/, '')).replace(/[-.]/g, '')
	return /^[0-9A-Z]{4,30}$/.test(number) ? `PNO${etsi?.[1] ?? country}-${number}` : undefined
}
