import { Form } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { demoSignInPath } from '#app/links.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { DEMO_PARTS } from '#app/people/demo.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field, type Option } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Props {
	bodies: Option[]
	carried?: string | null
	next?: string | null
}

/** One press makes the visitor of a demonstration somebody with a part in it. */
export function DemoSignIn({ bodies, carried, next }: Props) {
	const { t } = useTranslation('people')
	return (
		<Card as="section" tinted labelledBy="demo">
			<Heading level={2} id="demo">
				{t('demo.title')}
			</Heading>
			<Form method="post" action={demoSignInPath(useLanguage())} className="stack">
				<p>
					{t('demo.text')} {t('demo.factor')}
				</p>
				<Field
					name="body"
					type="select"
					label={t('demo.body')}
					description={t('demo.bodyHint')}
					options={bodies}
					defaultValue="ENV"
				/>
				<CarriedFields carried={carried} next={next} />
				<div className="actions">
					{DEMO_PARTS.map((part) => (
						<Button key={part} name="part" value={part} variant="secondary">
							{t(`demo.become.${part}`)}
						</Button>
					))}
				</div>
			</Form>
		</Card>
	)
}
