import { Form } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signatureSignInPath } from '#app/links.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { Button } from '#app/ui/button.tsx'

/** The way to sign in with a digital signature; what was filled in before goes along. */
export function SignatureOffer({ carried, next }: { carried?: string | null; next?: string | null }) {
	const { t } = useTranslation('signatures')
	return (
		<Form method="post" action={signatureSignInPath(useLanguage())} className="actions" data-color="accent">
			<CarriedFields carried={carried} next={next} />
			<Button name="intent" value="show" variant="secondary" icon="pen">
				{t('signIn.offer')}
			</Button>
		</Form>
	)
}
