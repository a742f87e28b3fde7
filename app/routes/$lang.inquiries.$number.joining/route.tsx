import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { inquiryClockPath, inquiryPath, receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { standingFor } from '#app/people/level.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { shownQuestion } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { SignInStep } from '#app/routes/$lang.inquiries.new/sign-in-step.tsx'
import { store } from '#app/store.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { JoinForm } from './join-form.tsx'
import { answerJoining, joinable } from './joining.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, language } = await shownQuestion(request, params)
	const { read } = await store()
	return {
		number: thread.number,
		subject: thread.question?.subject,
		language: thread.language,
		joined: thread.joined,
		strip: joinable(thread)?.strip,
		unbound: joinable(thread)?.body.bound === false,
		standing: await standingFor(read, profileById(thread.profileId), 'inquiry', await personOf(request)),
		submissionId: crypto.randomUUID(),
		title: translator(language)('inquiries:join.title'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const shown = await shownQuestion(request, params)
	const answered = await answerJoining(request, { ...shown, context })
	if (answered.step === 'filed') return redirect(`${receiptPath(shown.language, answered.secret)}?done=filed`)
	return data(answered, STATUS[answered.step])
}

const STATUS = { form: 200, refused: 422, 'sign-in': 403 } as const

export default function Joining() {
	const { number, subject, language, joined, strip, unbound, standing, submissionId } =
		useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	const { t } = useTranslation('inquiries')
	const page = useLanguage()
	return (
		<ActPage
			number={number}
			back={inquiryPath(page, number)}
			title={t('join.title')}
			lead={t(unbound ? 'join.leadUnbound' : 'join.lead')}
			closed={strip ? undefined : t('join.closed')}
		>
			<Card as="article" lang={language}>
				<Heading level={2} size="sm">
					{subject}
				</Heading>
			</Card>
			{joined > 0 && <p>{t('list.joined', { count: joined })}</p>}
			{strip && <DayStrip strip={strip} href={inquiryClockPath(page, number)} />}
			{answered?.step === 'sign-in' && <SignInStep carried={answered.carried} standing={standing} />}
			<JoinForm
				unbound={unbound}
				number={number}
				standing={standing}
				told={answered?.step === 'sign-in'}
				submissionId={submissionId}
				form={answered?.form}
			/>
		</ActPage>
	)
}
