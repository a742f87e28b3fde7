import { identifierIn } from '#app/people/identifier.ts'

/** The parts of a certificate's subject that name a person. */
export interface SubjectNames {
	serialNumber?: string
	commonName?: string
	surname?: string
	givenName?: string
}

/**
 * The national identifier in the subject's serialNumber, in the form in which they are compared: `IIN` and twelve
 * digits, as Kazakhstan's certification authority writes it, or `PNO`, the country and the number (ETSI EN 319
 * 412-1, 5.1.3). Anything else there, such as the number of a body, names no human.
 */
export function identifierOf(serialNumber = ''): string | undefined {
	const known =
		/^(IIN|PNOKZ-)\d{12}$/.test(serialNumber) || /^PNO(?!KZ)[A-Z]{2}-[\w-]{4,30}$/.test(serialNumber)
	return known ? identifierIn('KZ', serialNumber) : undefined
}

/**
 * In Kazakhstan's certificates the common name is the surname and the name, and `givenName` the patronymic;
 * elsewhere `givenName` is the name, and the common name may carry the number too.
 */
export function fullNameOf({ serialNumber, commonName = '', surname, givenName }: SubjectNames): string {
	if (givenName && surname && !serialNumber?.startsWith('IIN')) return `${givenName} ${surname}`
	return givenName && !commonName.endsWith(givenName) ? `${commonName} ${givenName}`.trim() : commonName
}
