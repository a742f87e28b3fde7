import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newPasswordPath, resetPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { CarriedFields } from './carried-fields.tsx'
import { SHORTEST_PASSWORD } from './password.ts'
import { useRefusals } from './use-refusals.ts'

interface Props {
	email?: string | null
	letter?: string | null
	code?: string | null
	carried?: string | null
	sent?: boolean
	reply?: FormReply
}

/** The code from the letter, and the password to have from now on. */
export function NewPasswordForm({ email, letter, code, carried, sent, reply }: Props) {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const form = useFilledForm(reply, { defaults: { email, letter, carried }, refusal: useRefusals() })
	const fromLetter = form.value('letter')
	return (
		<Form method="post" action={newPasswordPath(language)} className="stack" noValidate>
			<Heading level={1}>{t('reset.newTitle')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{sent && email && (
				<Notice heading={t('reset.sent')}>
					<p>{t('reset.sentTo', { email })}</p>
				</Notice>
			)}
			{fromLetter ? (
				<input type="hidden" name="letter" value={fromLetter} />
			) : (
				<Field
					name="email"
					type="email"
					label={t('fields.email')}
					autoComplete="username"
					required
					defaultValue={form.value('email') ?? ''}
					error={form.problem('email')}
				/>
			)}
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
			<Field
				name="password"
				type="password"
				label={t('fields.newPassword')}
				description={t('fields.passwordHint', { count: SHORTEST_PASSWORD })}
				autoComplete="new-password"
				width="medium"
				required
				error={form.problem('password')}
			/>
			<CarriedFields carried={form.value('carried')} />
			<div className="actions">
				<Button>{t('reset.save')}</Button>
				<TextLink href={resetPath(language)}>{t('reset.again')}</TextLink>
			</div>
		</Form>
	)
}
