/** The quasigroup of Damm: catches every single wrong digit and every swap of neighbours. */
const DAMM = [
	'0317598642',
	'7092154863',
	'4206871359',
	'1750983426',
	'6123045978',
	'3674209581',
	'5869720134',
	'8945362017',
	'9438617205',
	'2581436790',
]

/** `ENV-2026-000123-7`: body, year, gapless sequence, check digit over all three. */
export function registerNumber(bodyCode: string, year: number, sequence: number): string {
	const stem = `${bodyCode}-${year}-${String(sequence).padStart(6, '0')}`
	return `${stem}-${checkDigit(stem)}`
}

/** The number as the register writes it, from what a person typed; undefined when its check digit is wrong. */
export function parseRegisterNumber(typed: string): string | undefined {
	const match = /^\s*([a-z]{1,5})[-\s/]*(\d{4})[-\s/]*(\d{6,})[-\s/]*(\d)\s*$/i.exec(typed)
	if (!match) return undefined
	const [, body = '', year = '', sequence = '', digit = ''] = match
	const stem = `${body.toUpperCase()}-${year}-${sequence}`
	return checkDigit(stem) === digit ? `${stem}-${digit}` : undefined
}

function checkDigit(stem: string): string {
	let interim = 0
	for (const character of stem) {
		// Letters count as their place in the alphabet, in two digits, so that ENV and EVN differ.
		const code = character.charCodeAt(0)
		const digits = code >= 65 ? String(code - 55) : character === '-' ? '' : character
		for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)])
	}
	return String(interim)
}
