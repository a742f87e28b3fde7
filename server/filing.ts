import { fileAtOnce } from '#app/inquiries/asked.server.ts'
import { receiptPath } from '#app/links.ts'
import type { Configuration } from './configuration.ts'
import type { QuickForm } from './quick-forms.ts'

/** The last step of a question: it has been checked, and what is sent is what was shown. */
export const filing = ({
	JURISDICTION,
	SECRET_KEY,
}: Pick<Configuration, 'JURISDICTION' | 'SECRET_KEY'>): QuickForm => ({
	place: /^\/([a-z]{2})\/inquiries\/new$/,
	// The longest text in letters of three bytes, each written in nine signs.
	mostBytes: 100_000,
	status: 302,
	async take({ language, fields, person, address, at }) {
		const receipt = await fileAtOnce(fields, {
			profileId: JURISDICTION,
			secretKey: SECRET_KEY,
			person,
			address,
			language,
			now: at,
		})
		return receipt && receiptPath(language, receipt.secret)
	},
})
