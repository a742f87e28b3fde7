import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useRefusal } from './use-refusal.ts'

interface Props {
	title: string
	/** What is closed or reopened, and the page of it to go back to. */
	name: string
	back: string
	refused?: string
	/** Where the step needs a second factor: what to ask for, and what became of the form. */
	wanted?: FactorWanted
	reply?: FormReply | undefined
	/** The words on the button; without them the step cannot be taken now. */
	button?: string
	danger?: boolean
	/** The effect it has. */
	children: ReactNode
}

/** Closing or reopening a body or an office: what it means, and one button. */
export function StandingStep({
	title,
	name,
	back,
	refused,
	wanted = null,
	reply,
	button,
	danger,
	children,
}: Props) {
	const { t } = useTranslation('common')
	const refusal = useRefusal()
	const form = useFilledForm(reply, { refusal })
	const problems = refused ? [{ message: refusal(refused) }] : form.problems
	return (
		<Form method="post" className="stack">
			<Heading level={1}>{title}</Heading>
			<ErrorSummary title={t('errors.summary')} problems={problems} />
			<p>
				<strong>{name}</strong>
			</p>
			{children}
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				{button && <Button color={danger ? 'danger' : undefined}>{button}</Button>}
				<TextLink href={back}>{name}</TextLink>
			</div>
		</Form>
	)
}
