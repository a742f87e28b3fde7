import { Form } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath, signUpPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CarriedFields } from './carried-fields.tsx'

/** For a page whose form was sent by somebody not signed in: what they typed goes along and comes back. */
export function SignInFirst({ carried }: { carried: string }) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	return (
		<Notice heading={t('first.title')}>
			<p>{t('first.kept')}</p>
			<Form method="post" action={signInPath(language)} className="actions">
				<CarriedFields carried={carried} />
				<Button name="intent" value="show">
					{t('first.signIn')}
				</Button>
				<Button name="intent" value="show" formAction={signUpPath(language)} variant="secondary">
					{t('first.signUp')}
				</Button>
			</Form>
		</Notice>
	)
}
