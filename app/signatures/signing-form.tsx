import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { statementPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface Props {
	asked: { statement: string; sealed: string }
	filled: ReturnType<typeof useFilledForm>
	/** What the signature does, on the button that sends it. */
	button: string
	/** Fields of the page that go along. */
	children?: ReactNode
	/** Of a demonstration: whom the fictional key belongs to, or a choice of them. */
	fictional?: ReactNode
	/** Where the form is sent, when not to the page itself. */
	action?: string
}

const FORM = 'signing'

/** Three steps that work with any tool: download the statement, sign it, send the signature. */
export function SigningForm({ asked, filled, button, children, fictional, action }: Props) {
	const { t } = useTranslation('signatures')
	const language = useLanguage()
	return (
		<div className="stack" data-gap="wide">
			<div data-ncalayer={btoa(asked.statement)} data-form={FORM} hidden>
				<div className="stack">
					<p>{t('form.ncalayer')}</p>
					<p className="actions">
						<Button type="button" variant="secondary">
							{t('form.ncalayerButton')}
						</Button>
					</p>
					<p role="alert" hidden>
						{t('form.ncalayerFailed')}
					</p>
				</div>
			</div>
			<section className="stack">
				<Heading level={2}>{t('form.statement')}</Heading>
				<p>{t('form.statementText')}</p>
				<pre className="statement">{asked.statement}</pre>
				<Form method="post" action={statementPath(language)} reloadDocument className="actions">
					<input type="hidden" name="sealed" value={asked.sealed} />
					<Button variant="secondary">{t('form.download')}</Button>
				</Form>
			</section>
			<Form
				method="post"
				action={action}
				encType="multipart/form-data"
				className="stack"
				id={FORM}
				noValidate
				reloadDocument
			>
				<Heading level={2}>{t('form.send')}</Heading>
				<input type="hidden" name="sealed" value={asked.sealed} />
				{children}
				<Field
					name="signature"
					type="file"
					label={t('form.file')}
					description={t('form.fileHint')}
					error={filled.problem('signature')}
				/>
				<Details summary={t('form.asText')}>
					<Field
						name="signatureText"
						type="textarea"
						label={t('form.text')}
						description={t('form.textHint')}
						error={filled.problem('signatureText')}
						autoComplete="off"
					/>
				</Details>
				<p className="actions">
					<Button name="intent" value="sign" icon="letter">
						{button}
					</Button>
				</p>
				{fictional && (
					<Card as="section" tinted labelledBy="fictional">
						<Heading level={2} id="fictional">
							{t('fictional.title')}
						</Heading>
						<Notice tone="warning">{t('fictional.text')}</Notice>
						{fictional}
						<p className="actions">
							<Button name="intent" value="fictional" variant="secondary">
								{t('fictional.button')}
							</Button>
						</p>
					</Card>
				)}
			</Form>
		</div>
	)
}
