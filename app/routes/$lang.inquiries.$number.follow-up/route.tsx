import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { followUp } from '#app/inquiries/complain.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { SequelForm } from '#app/inquiries/sequel-form.tsx'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { LevelFirst } from '#app/people/level-first.tsx'
import {
	readSequel,
	type SequelAnswer,
	takeSequel,
} from '#app/routes/$lang.inquiries.$number._index/sequel.server.ts'
import { sequelPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, handling, language, known, standing } = await sequelPage(
		request,
		params,
		'follow-up',
	)
	return {
		number: thread.number,
		secret,
		known,
		standing,
		open: handling !== undefined,
		unbound: handling?.body.bound === false,
		subject: translator(language)('inquiries:followUp.subject', { subject: thread.question?.subject ?? '' }),
		submissionId: crypto.randomUUID(),
		title: translator(language)('inquiries:followUp.title'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const read = await readSequel(request)
	if (!read.ok) return data<SequelAnswer>({ form: read.reply }, 422)
	const page = await sequelPage(request, params, 'follow-up')
	const taken = await takeSequel(request, read, { ...page, context })
	if (!taken.ok) return data<SequelAnswer>(taken.answer, taken.status)
	const { thread, handling, language, actor, now } = page
	const refuse = (refusal: string) => data<SequelAnswer>({ form: read.refuse(refusal) }, 409)
	if (!handling) return refuse('wrong-state')

	const outcome = await writeCase(
		await store(),
		[thread.id],
		(tx) =>
			followUp(tx, {
				proceedingId: handling.id,
				...taken.sent,
				secretKey: configuration().SECRET_KEY,
				actor,
				now,
			}),
		keysForFiling(handling.body.id),
	)
	if (!outcome.ok) return refuse(outcome.refusal)
	return redirect(`${receiptPath(language, outcome.value.secret)}?done=filed`)
}

export default function FollowUpPage() {
	const { number, secret, known, standing, open, unbound, subject, submissionId } =
		useLoaderData<typeof loader>()
	const answer = useActionData<SequelAnswer>()
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const ways = waysOf(language, number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('followUp.title')}
			lead={t(unbound ? 'followUp.leadUnbound' : 'followUp.lead')}
			closed={open ? undefined : t('followUp.closed')}
		>
			{!known && <LevelFirst standing={standing} carried={answer?.carried} next={ways.act('follow-up')} />}
			<SequelForm
				form={answer?.form}
				kept={answer?.kept}
				defaults={{ subject: subject.slice(0, 200) }}
				submissionId={submissionId}
				send={t('followUp.send')}
			>
				<p>{t(unbound ? 'followUp.effectUnbound' : 'followUp.effect')}</p>
			</SequelForm>
		</ActPage>
	)
}
