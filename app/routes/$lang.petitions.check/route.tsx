import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPagePath, petitionPath, receiptKeyPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { type CheckedReceipt, checkReceipt } from '#app/receipts/check-receipt.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.object({ receipt: z.string().trim().min(1).max(3000) })

export function loader({ params }: LoaderFunctionArgs) {
	return { title: translator(pageLanguage(params))('petitions:check.title') }
}

interface Answer {
	form?: FormReply
	checked?: CheckedReceipt
}

/** The receipt names its signer, so it comes in a form and is kept nowhere. */
export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const allowed = await limited('checkReceipt', { address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const { readOwn } = await store()
	const checked = await checkReceipt(readOwn, form.value.receipt, configuration().PUBLIC_URL)
	return data<Answer>({ checked })
}

export default function CheckReceipt() {
	const { t } = useTranslation(['petitions', 'common'])
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('petitions:check.title')}</Heading>
				<p className="lead">{t('petitions:check.lead')}</p>
			</header>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{answer?.checked && <Result checked={answer.checked} />}
			<Form method="post" className="stack" noValidate>
				<Field
					name="receipt"
					type="textarea"
					rows={14}
					label={t('petitions:check.receipt')}
					description={t('petitions:check.receiptHelp')}
					defaultValue={form.value('receipt')}
					error={form.problem('receipt')}
					spellCheck={false}
					autoComplete="off"
				/>
				<div className="actions">
					<Button>{t('petitions:check.check')}</Button>
				</div>
			</Form>
			<p>
				{t('petitions:check.offline')}{' '}
				<TextLink href={receiptKeyPath()}>{t('petitions:signatures.key')}</TextLink>
			</p>
		</div>
	)
}

function Result({ checked }: { checked: CheckedReceipt }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	if (!checked.ok)
		return (
			<Notice tone="danger" heading={t('check.not')}>
				<p>{t(`check.problem.${checked.problem}`)}</p>
			</Notice>
		)
	const { petition, ordinal, state, isPublic } = checked
	return (
		<Notice tone="success" heading={t('check.good')}>
			<p>
				{t('check.where', { number: petition, ordinal: numberInWords(language, ordinal) })}{' '}
				{t(`check.state.${state}`)}
			</p>
			{isPublic && (
				<p className="actions">
					<TextLink href={petitionPath(language, petition)}>{petition}</TextLink>
					<TextLink href={petitionPagePath(language, petition, 'signatures', { after: ordinal - 1 })}>
						{t('check.line')}
					</TextLink>
				</p>
			)}
		</Notice>
	)
}
