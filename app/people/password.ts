export type PasswordRefusal = 'passwordShort' | 'passwordLong' | 'passwordEmail' | 'passwordCommon'

export const SHORTEST_PASSWORD = 10
/** More would only be work for the server. */
const LONGEST_PASSWORD = 200

/** Those of ten signs and more that attackers try first. */
const COMMON = new Set([
	'password12',
	'password123',
	'password1234',
	'passw0rd123',
	'mypassword',
	'qwertyuiop',
	'qwerty12345',
	'qwerty123456',
	'1q2w3e4r5t',
	'1q2w3e4r5t6y',
	'q1w2e3r4t5',
	'q1w2e3r4t5y6',
	'1qaz2wsx3edc',
	'qazwsxedcrfv',
	'asdfghjkl;',
	'zxcvbnm123',
	'йцукенгшщз',
	'йцукен12345',
	'пароль12345',
	'құпиясөз123',
	'iloveyou123',
	'letmein123',
	'welcome123',
	'administrator',
	'admin12345',
	'admin123456',
	'kazakhstan',
	'kazakhstan1',
	'kazakhstan123',
	'казахстан1',
	'қазақстан1',
	'abcdefghij',
	'abcd123456',
	'abc1234567',
	'a123456789',
	'1234567890a',
])

/** Length is what makes a password hard to guess; which signs it is made of is the person's business. */
export function refusalOfPassword(password: string, email: string): PasswordRefusal | undefined {
	const folded = password.toLowerCase()
	const address = email.trim().toLowerCase()
	if ([...password].length < SHORTEST_PASSWORD) return 'passwordShort'
	if (password.length > LONGEST_PASSWORD) return 'passwordLong'
	if (folded === address || folded === address.split('@', 1)[0]) return 'passwordEmail'
	if (COMMON.has(folded) || isOneRun(folded)) return 'passwordCommon'
	return undefined
}

/** One sign again and again, or signs in their order: 0000000000, 1234567890, 9876543210. */
function isOneRun(text: string): boolean {
	const signs = [...text].map((sign) => sign.codePointAt(0) as number)
	const steps = new Set(signs.slice(1).map((sign, index) => sign - (signs[index] as number)))
	steps.delete(-9)
	steps.delete(9)
	return steps.size <= 1 && [...steps].every((step) => Math.abs(step) <= 1)
}
