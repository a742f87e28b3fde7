import type { Language } from '#app/i18n/languages.ts'
import {
	filePath,
	type InquiryPage,
	inquiryActPath,
	inquiryClockPath,
	inquiryPath,
	receiptFilePath,
	receiptPagePath,
	receiptPath,
} from '#app/links.ts'

/** The addresses of one question's pages. */
export interface Ways {
	thread: string
	clock: string
	act: (page: InquiryPage) => string
	file: (file: { id: string; name: string }) => string
}

/** Whoever came by the receipt stays under its secret address, where no signing in is needed. */
export function waysOf(language: Language, number: string, secret: string | undefined): Ways {
	if (secret)
		return {
			thread: receiptPath(language, secret),
			clock: receiptPagePath(language, secret, 'clock'),
			act: (page) => receiptPagePath(language, secret, page),
			file: ({ id, name }) => receiptFilePath(language, secret, id, name),
		}
	return {
		thread: inquiryPath(language, number),
		clock: inquiryClockPath(language, number),
		act: (page) => inquiryActPath(language, number, page),
		file: ({ id, name }) => filePath(id, name),
	}
}
