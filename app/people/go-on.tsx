import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { Carried } from './carried.ts'

/** Signed in; one press sends what was filled in before to its page, to look over and confirm there. */
export function GoOn({ to, values }: Carried) {
	const { t } = useTranslation('people')
	const fields = Object.entries(values).flatMap(([name, value]) =>
		[value].flat().map((one) => ({ name, value: one })),
	)
	return (
		<Form method="post" action={to} reloadDocument className="stack">
			<Heading level={1}>{t('goOn.title')}</Heading>
			<p>{t('goOn.text')}</p>
			{fields.map(({ name, value }) => (
				<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
			))}
			<div className="actions">
				<Button>{t('goOn.button')}</Button>
			</div>
		</Form>
	)
}
