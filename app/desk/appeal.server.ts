import { eq } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { bodies } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import type { DeskCase } from './case.server.ts'

/**
 * How to complain, as an answer must explain it: to which body, within what term, by which article (APPC 89(2)).
 * Empty where the profile knows no complaint or there is no superior body; then the desk writes it.
 */
export async function appealText(
	read: Reader,
	{ law, body }: Pick<DeskCase, 'law' | 'body'>,
	language: Language,
): Promise<string> {
	const rule = findRule(law.profile, 'inquiry.complain')
	if (!rule || !body.parentId) return ''
	const [superior] = await read
		.select({ names: bodies.names })
		.from(bodies)
		.where(eq(bodies.id, body.parentId))
	if (!superior) return ''
	return translator(language)('desk:answer.appealText', {
		body: superior.names[language],
		count: rule.limit.n,
		article: rule.article ?? '',
	})
}
