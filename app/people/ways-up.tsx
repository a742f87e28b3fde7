import { Form } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { identityPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { CarriedFields } from './carried-fields.tsx'
import type { Way } from './level.ts'

/** A button for each state identity; a form filled in before goes along and comes back. */
export function WaysUp({
	ways,
	anew,
	carried,
	next,
}: {
	ways: readonly Way[]
	/** Signs in to the account of the identity, whoever is signed in now. */
	anew?: boolean
	carried?: string | null
	next?: string | null
}) {
	const language = useLanguage()
	if (ways.length === 0) return null
	return (
		<Form
			method="post"
			action={identityPath(language)}
			className="actions"
			data-color="accent"
			reloadDocument
		>
			<CarriedFields carried={carried} next={next} />
			{anew && <input type="hidden" name="anew" value="on" />}
			{ways.map(({ provider, label }) => (
				<Button key={provider} name="provider" value={provider}>
					{label[language]}
				</Button>
			))}
		</Form>
	)
}
