import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { confirmPath, signInPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CarriedFields } from './carried-fields.tsx'
import { useRefusals } from './use-refusals.ts'

export interface CodeEntry {
	email?: string | null
	/** Which letter the link came from. */
	letter?: string | null
	code?: string | null
	proof?: string | null
	carried?: string | null
	next?: string | null
	/** A letter has just been sent. */
	sent?: boolean
}

/** The code from the letter that confirms an address. The same page whether or not there was a letter to send. */
export function EnterCode({ entry, reply }: { entry: CodeEntry; reply?: FormReply }) {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const form = useFilledForm(reply, { refusal: useRefusals() })
	const kept = (name: 'email' | 'letter' | 'proof' | 'carried' | 'next') => form.value(name) ?? entry[name]
	const email = kept('email')
	const letter = kept('letter')
	return (
		<Form method="post" action={confirmPath(language)} className="stack" noValidate>
			<Heading level={1}>{t('confirm.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{entry.sent && email && (
				<Notice tone="success" heading={t('confirm.sent')}>
					<p>{t('confirm.sentTo', { email })}</p>
				</Notice>
			)}
			{letter && !email && <p>{t('confirm.press')}</p>}
			{letter && !email ? (
				<input type="hidden" name="letter" value={letter} />
			) : (
				<Field
					name="email"
					type="email"
					label={t('fields.email')}
					autoComplete="email"
					required
					defaultValue={email ?? ''}
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
				defaultValue={reply ? '' : (entry.code ?? '')}
				error={form.problem('code')}
			/>
			{kept('proof') && <input type="hidden" name="proof" value={kept('proof') ?? ''} />}
			<CarriedFields carried={kept('carried')} next={kept('next')} />
			<div className="actions">
				<Button name="intent" value="confirm">
					{t('confirm.button')}
				</Button>
				{!(letter && !email) && (
					<Button name="intent" value="resend" variant="secondary">
						{t('confirm.again')}
					</Button>
				)}
				<Button name="intent" value="show" formAction={signInPath(language)} variant="tertiary">
					{t('confirm.signIn')}
				</Button>
			</div>
		</Form>
	)
}
