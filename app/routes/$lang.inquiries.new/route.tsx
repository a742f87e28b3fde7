import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { AskForm, isUnbound } from '#app/inquiries/ask-form.tsx'
import { receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Heading } from '#app/ui/heading.tsx'
import { askingPage, chosenBy } from './asking.server.ts'
import { CheckStep } from './check-step.tsx'
import { SignInStep } from './sign-in-step.tsx'
import { type Answered, answerAsking } from './submission.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const page = await askingPage(request)
	return {
		...page,
		chosen: await chosenBy(request, page),
		title: translator(language)('inquiries:ask.title'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const answered: Answered = await answerAsking(request, { language, context })
	if (answered.step === 'filed') return redirect(receiptPath(language, answered.secret))
	return data(answered, statusOf(answered))
}

function statusOf(answered: Exclude<Answered, { step: 'filed' }>): number {
	if (answered.step === 'sign-in') return 403
	return Object.keys(answered.form?.error ?? {}).length > 0 ? 422 : 200
}

export default function Ask() {
	const { t } = useTranslation('inquiries')
	const { kinds, choices, standing, chosen } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>() as Exclude<Answered, { step: 'filed' }> | undefined
	const { to: _, post: __, ...prepared } = chosen
	if (answered?.step === 'check') return <CheckStep {...answered} />
	return (
		<div className="column">
			<header className="page-heading">
				<Heading level={1}>{t('ask.title')}</Heading>
				<p className="lead">{t(isUnbound(choices, chosen.to) ? 'ask.leadUnbound' : 'ask.lead')}</p>
			</header>
			{answered?.step === 'sign-in' && <SignInStep carried={answered.carried} standing={standing} />}
			<AskForm
				kinds={kinds}
				choices={choices}
				standing={standing}
				told={answered?.step === 'sign-in'}
				chosen={chosen.to}
				prepared={prepared}
				post={answered?.step === 'form' ? answered.post : chosen.post}
				form={answered?.form}
				kept={answered?.step === 'form' ? answered.kept : undefined}
			/>
		</div>
	)
}
