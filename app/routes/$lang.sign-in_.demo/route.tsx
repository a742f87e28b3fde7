import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import * as links from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { DEMO_PARTS, type DemoPart, demoEmail } from '#app/people/demo.ts'
import * as fields from '#app/people/fields.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { signedInNow } from '#app/people/signed-in-now.server.ts'
import { store } from '#app/store.server.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

const SENT = z.object({
	part: z.enum(DEMO_PARTS),
	body: z.string().max(20).default('ENV'),
	carried: fields.sealed,
	next: fields.next,
})

/** Signs a visitor in as somebody of the demonstration. On a real installation there is no such page. */
export async function action({ request, params }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const { DEMO, production } = configuration()
	if (!DEMO || production) throw notFound()
	const form = await readForm(request, SENT)
	if (!form.ok) throw notFound()
	const { part, body, carried, next } = form.value
	const { readOwn } = await store()
	const person = await personByEmail(readOwn, demoEmail(part, body))
	if (!person) throw notFound()
	return signedInNow(request, {
		personId: person.id,
		language,
		// The law wants a citizen to be known by more than an address.
		shown: part === 'citizen' ? { level: 2, proof: 'oidc' } : undefined,
		carried,
		next: next ?? firstPage(language, part),
	})
}

export default function Demo() {
	const answer = useActionData<typeof action>()
	const { t } = useTranslation('people')
	const language = useLanguage()
	// No loader sends a visitor on from here: it would run after the action too, and take this page away.
	return answer ? (
		<GoOn {...answer.goOn} />
	) : (
		<TextLink href={links.signInPath(language)}>{t('signIn.title')}</TextLink>
	)
}

function firstPage(language: Language, part: DemoPart): string {
	switch (part) {
		case 'citizen':
			return links.homePath(language)
		case 'administrator':
			return links.administrationPath(language, 'bodies')
		case 'overseer':
			return links.oversightPath(language)
		case 'moderator':
			return links.moderationPath(language)
		default:
			return links.deskPath(language)
	}
}
