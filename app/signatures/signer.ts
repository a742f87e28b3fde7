/** A national identifier as a certificate gives it. */
export interface NationalIdentifier {
	country: string
	number: string
}

/** The parts of a certificate's subject that name a person. */
export interface SubjectNames {
	serialNumber?: string
	commonName?: string
	surname?: string
	givenName?: string
}

/**
 * Of the subject's serialNumber: `IIN` and twelve digits, as Kazakhstan's certification authority writes it, or
 * `PNO`, the country and the number (ETSI EN 319 412-1, 5.1.3).
 */
export function identifierOf(serialNumber: string | undefined): NationalIdentifier | undefined {
	const iin = /^IIN(\d{12})$/.exec(serialNumber ?? '')
	if (iin) return { country: 'KZ', number: String(iin[1]) }
	const pno = /^PNO([A-Z]{2})-([0-9A-Za-z][0-9A-Za-z-]{3,30})$/.exec(serialNumber ?? '')
	if (!pno || (pno[1] === 'KZ' && !/^\d{12}$/.test(String(pno[2])))) return undefined
	return { country: String(pno[1]), number: String(pno[2]).toUpperCase() }
}

/**
 * In Kazakhstan's certificates the common name is the surname and the name, and `givenName` the patronymic;
 * elsewhere `givenName` is the name, and the common name may carry the number too.
 */
export function fullNameOf({ serialNumber, commonName, surname, givenName }: SubjectNames): string {
	if (serialNumber?.startsWith('IIN'))
		return [commonName, commonName?.endsWith(givenName ?? '') ? '' : givenName]
			.filter(Boolean)
			.join(' ')
			.trim()
	return givenName && surname ? `${givenName} ${surname}` : (commonName ?? '').trim()
}
