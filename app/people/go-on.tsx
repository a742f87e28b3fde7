import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { CarriedFields } from './carried-fields.tsx'

/** Signed in; one press takes the form that was filled in before back to its page, to look over and send. */
export function GoOn({ to, carry }: { to: string; carry: string }) {
	const { t } = useTranslation('people')
	return (
		<Form method="post" action={to} className="stack">
			<Heading level={1}>{t('goOn.title')}</Heading>
			<p>{t('goOn.text')}</p>
			<CarriedFields carry={carry} />
			<div className="actions">
				<Button name="intent" value="resume">
					{t('goOn.button')}
				</Button>
			</div>
		</Form>
	)
}
