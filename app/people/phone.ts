/** E.164, with the spaces and signs that people write taken out; undefined when it is no number of that form. */
export function phoneNumber(typed: string): string | undefined {
	const digits = typed.replace(/[\s().-]/g, '').replace(/^00/, '+')
	return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined
}

/** All but the last digits, for a page on which they need not be read by others. */
export const hiddenPhone = (phone: string) => `${phone.slice(0, 2)} ··· ${phone.slice(-4)}`
