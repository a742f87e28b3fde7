import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { rateAnswer } from '#app/inquiries/rate.server.ts'
import { RateForm } from '#app/inquiries/rate-form.tsx'
import { waysOf } from '#app/inquiries/ways.ts'
import { pageTitle } from '#app/page-title.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'

export const meta = pageTitle

const Rating = z.object({ answered: z.enum(['yes', 'no']), helped: z.enum(['yes', 'no']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, handling, language } = await authorsPage(request, params, 'rate')
	return {
		number: thread.number,
		secret,
		open: handling !== undefined,
		given: thread.satisfaction,
		title: translator(language)('inquiries:rate.title'),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { thread, secret, handling, language, actor, now } = await authorsPage(request, params, 'rate')
	const form = await readForm(request, Rating)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (!handling) return data({ form: form.refuse('wrong-state') }, 409)

	const { answered, helped } = form.value
	const outcome = await writeCase(await store(), [thread.id], (tx) =>
		rateAnswer(tx, {
			proceedingId: handling.id,
			answered: answered === 'yes',
			helped: helped === 'yes',
			actor,
			now,
		}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	return redirect(`${waysOf(language, thread.number, secret).thread}?done=rated`)
}

export default function Satisfaction() {
	const { number, secret, open, given } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const { t } = useTranslation('inquiries')
	const ways = waysOf(useLanguage(), number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('rate.title')}
			lead={t('rate.lead')}
			closed={open ? undefined : t('rate.closed')}
		>
			<RateForm action={ways.act('satisfaction')} form={form} given={given} />
		</ActPage>
	)
}
