import type { ReactNode } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export type WayToProve = 'proven' | 'password' | 'code' | 'sign-in'

interface Props {
	way: WayToProve
	/** A code has just been sent, or was asked for before. */
	sent: boolean
	problem: (field: string) => string | undefined
	/** The page to come back to after signing in anew. */
	page: string
	/** The button of the act itself. */
	children: ReactNode
}

/** The end of a form that only the person themselves may send: the password, or a code from a letter. */
export function ProveAgain({ way, sent, problem, page, children }: Props) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	if (way === 'proven') return <div className="actions">{children}</div>
	if (way === 'sign-in')
		return (
			<p>
				{t('again.signIn')}{' '}
				<TextLink href={signInPath(language, { next: page, anew: 1 })}>{t('signIn.title')}</TextLink>
			</p>
		)
	return (
		<>
			<p>{t('again.why')}</p>
			{sent && (
				<Notice tone="success" heading={t('again.sent')}>
					<p>{t('again.sentText')}</p>
				</Notice>
			)}
			{way === 'password' && !sent ? (
				<Field
					name="currentPassword"
					type="password"
					label={t('fields.currentPassword')}
					autoComplete="current-password"
					width="medium"
					error={problem('currentPassword')}
				/>
			) : (
				<Field
					name="code"
					label={t('fields.code')}
					description={t('fields.codeHint')}
					inputMode="numeric"
					autoComplete="one-time-code"
					width="short"
					error={problem('code')}
				/>
			)}
			<div className="actions">
				{children}
				<Button name="intent" value="code" variant="secondary">
					{t(sent || way === 'code' ? 'again.another' : 'again.code')}
				</Button>
			</div>
		</>
	)
}
