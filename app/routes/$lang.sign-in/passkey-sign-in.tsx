import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The passkey alone signs in: it knows whose it is. Seen only where public/passkeys.js runs. */
export function PasskeySignIn(along: { carried?: string | null; next?: string | null }) {
	const { t } = useTranslation('people')
	return (
		<Form method="post" className="stack" data-passkey-only hidden>
			<input type="hidden" name="passkey" data-ceremony="sign-in" />
			<div data-passkey-failed hidden role="status">
				<Notice tone="warning">{t('signIn.passkeyFailed')}</Notice>
			</div>
			<p>{t('signIn.passkeyText')}</p>
			<CarriedFields {...along} />
			<div className="actions">
				<Button name="intent" value="passkey" variant="secondary">
					{t('signIn.passkey')}
				</Button>
			</div>
		</Form>
	)
}
