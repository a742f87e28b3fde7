/**
 * Text as it is kept: lines end with one sign, letters are composed, and nothing in it works on the
 * reader unseen. Signs that turn the direction of writing could make a text read as another one.
 */
export function cleaned(text: string): string {
	return (
		text
			.replace(/\r\n?/g, '\n')
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
			.replace(/[\ud800-\udfff]/gu, '')
			.normalize('NFC')
			.trim()
	)
}
