import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

interface NewAddress {
	reply?: FormReply
	/** An account that a state identity opens may have no password. */
	asksPassword: boolean
	/** There is no address yet. */
	first: boolean
}

export function NewAddressForm({ reply, asksPassword, first }: NewAddress) {
	const { t } = useTranslation(['people', 'common'])
	const form = useFilledForm(reply, { refusal: useRefusals() })
	return (
		<Form method="post" action={accountPagePath(useLanguage(), 'email')} className="stack" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Field
				name="email"
				type="email"
				label={t(first ? 'fields.email' : 'email.new')}
				description={t(first ? 'email.firstHint' : 'email.newHint')}
				autoComplete="email"
				required
				defaultValue={form.value('email')}
				error={form.problem('email')}
			/>
			{asksPassword && (
				<Field
					name="currentPassword"
					type="password"
					label={t('fields.currentPassword')}
					autoComplete="current-password"
					width="medium"
					required
					error={form.problem('currentPassword')}
				/>
			)}
			<div className="actions">
				<Button name="intent" value="send">
					{t('email.send')}
				</Button>
			</div>
		</Form>
	)
}

export function CodeForm({ code, sent, reply }: { code: string | null; sent?: boolean; reply?: FormReply }) {
	const { t } = useTranslation(['people', 'common'])
	const form = useFilledForm(reply, { refusal: useRefusals() })
	const page = accountPagePath(useLanguage(), 'email')
	return (
		<Form method="post" action={page} className="stack" noValidate>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{sent && <Notice heading={t('email.sent')}>{t('email.sentText')}</Notice>}
			<Field
				name="code"
				label={t('fields.code')}
				description={t('fields.codeHint')}
				inputMode="numeric"
				autoComplete="one-time-code"
				width="short"
				required
				defaultValue={reply ? '' : (code ?? '')}
				error={form.problem('code')}
			/>
			<div className="actions">
				<Button name="intent" value="confirm">
					{t('email.confirm')}
				</Button>
				<TextLink href={page}>{t('email.other')}</TextLink>
			</div>
		</Form>
	)
}
