import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Names } from '#app/inquiries/thread.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Offered {
	mail: { subject: string | null; text: string | null; bodyId: string | null }
	answerable: boolean
	kinds: readonly string[]
	kind: string
	bodies: readonly { id: string; names: Names }[]
	form?: FormReply
}

/** What the desk can do with a held message. Every choice is on the record, and none deletes anything. */
export function Choices({ mail, answerable, kinds, kind, bodies, form }: Offered) {
	const { t } = useTranslation(['desk', 'common', 'law'])
	const language = useLanguage()
	const filled = useFilledForm(form, {
		defaults: { kind, subject: mail.subject ?? '', text: mail.text ?? '', attached: mail.text ?? '' },
		refusal: (code) => t(`desk:refused.${code as 'wrong-state'}`),
	})
	const field = (name: string, label: string) => ({
		name,
		label,
		defaultValue: filled.value(name),
		error: filled.problem(name),
		required: true,
	})
	const chosen = filled.value('intent')
	return (
		<section className="stack" aria-labelledby="choices">
			<Heading level={2} id="choices">
				{t('desk:mail.choices')}
			</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			{mail.bodyId && (
				<Choice intent="file" chosen={chosen ?? 'file'}>
					<Field
						{...field('kind', t('desk:mail.file.kind'))}
						type="select"
						width="medium"
						options={kinds.map((one) => ({ value: one, label: t(`law:kind.${one as 'request'}.name`) }))}
					/>
					<Field {...field('subject', t('desk:mail.file.subject'))} maxLength={200} />
					<Field {...field('text', t('desk:mail.file.text'))} type="textarea" rows={8} />
				</Choice>
			)}
			{mail.bodyId && (
				<Choice intent="attach" chosen={chosen}>
					<Field {...field('number', t('desk:mail.attach.number'))} width="medium" />
					<Field {...field('attached', t('desk:mail.file.text'))} type="textarea" rows={6} />
				</Choice>
			)}
			{answerable ? (
				<Choice intent="return" chosen={chosen}>
					<Field {...field('reason', t('desk:mail.return.reason'))} type="textarea" rows={3} />
				</Choice>
			) : (
				<p className="quiet">{t('desk:mail.return.not')}</p>
			)}
			<Choice intent="pass" chosen={chosen ?? (mail.bodyId ? undefined : 'pass')}>
				<Field
					{...field('bodyId', t('desk:mail.pass.body'))}
					type="select"
					options={bodies.map(({ id, names }) => ({ value: id, label: names[language] }))}
				/>
			</Choice>
			<Choice intent="discard" chosen={chosen}>
				<Field {...field('why', t('desk:mail.discard.reason'))} type="textarea" rows={3} />
			</Choice>
		</section>
	)
}

/** One way to decide, folded until it is wanted; it works without scripts. */
function Choice({
	intent,
	chosen,
	children,
}: {
	intent: 'file' | 'attach' | 'return' | 'discard' | 'pass'
	chosen: string | undefined
	children: ReactNode
}) {
	const { t } = useTranslation('desk')
	return (
		<Details summary={t(`mail.${intent}.title`)} open={chosen === intent}>
			<Form method="post" className="form" reloadDocument>
				<p>{t(`mail.${intent}.about`)}</p>
				{children}
				<Button variant={intent === 'file' ? 'primary' : 'secondary'} name="intent" value={intent}>
					{t(`mail.${intent}.button`)}
				</Button>
			</Form>
		</Details>
	)
}
