import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { confirmPath } from '#app/links.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { SignInFirst } from '#app/people/sign-in-first.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The form waits while its author signs in or confirms their address; what was typed travels along, sealed. */
export function SignInStep({
	carried,
	confirm,
	files,
}: {
	carried: string
	/** Signed in, with an address that is not confirmed yet. */
	confirm: boolean
	files?: boolean
}) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	if (!confirm) return <SignInFirst carried={carried} files={files} />
	return (
		<Notice heading={t('ask.confirmFirst')}>
			<p>{t('ask.keptConfirm')}</p>
			<form method="post" action={confirmPath(language)} className="actions">
				<CarriedFields carried={carried} />
				<Button name="intent" value="show">
					{t('ask.confirm')}
				</Button>
			</form>
		</Notice>
	)
}
