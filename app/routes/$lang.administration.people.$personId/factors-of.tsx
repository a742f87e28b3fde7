import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Props {
	factors: { passkeys: number; totps: number }
	/** The administrator looks at their own account. */
	own: boolean
	may: boolean
}

/** For somebody who has lost what they showed: the way to begin anew. */
export function FactorsOf({ factors: { passkeys, totps }, own, may }: Props) {
	const { t } = useTranslation('oversight')
	const count = passkeys + totps
	return (
		<section className="stack" aria-labelledby="factors">
			<Heading level={2} id="factors">
				{t('people.factors')}
			</Heading>
			<p>{count > 0 ? t('people.factorCount', { count }) : t('people.factorNone')}</p>
			{own && <p>{t('people.resetOwn')}</p>}
			{count > 0 && !own && may && (
				<Form method="post" className="stack">
					<p>{t('people.resetHint')}</p>
					<div className="actions">
						<Button name="intent" value="reset" color="danger">
							{t('people.reset')}
						</Button>
					</div>
				</Form>
			)}
		</section>
	)
}
