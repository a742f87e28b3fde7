import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { pageTitle } from '#app/page-title.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, handling, language } = await authorsPage(request, params, 'withdraw')
	return {
		number: thread.number,
		secret,
		open: handling !== undefined,
		joined: thread.joined,
		title: translator(language)('inquiries:withdrawal.title'),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { thread, secret, handling, language, actor, now } = await authorsPage(request, params, 'withdraw')
	if (!handling) return data({ refusal: 'wrong-state' }, 409)
	const outcome = await writeCase(await store(), [thread.id], (tx) =>
		withdrawInquiry(tx, { proceedingId: handling.id, actor, now }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	return redirect(`${waysOf(language, thread.number, secret).thread}?done=withdrawn`)
}

export default function Withdrawal() {
	const { number, secret, open, joined } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()?.refusal
	const { t } = useTranslation('inquiries')
	const ways = waysOf(useLanguage(), number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('withdrawal.title')}
			closed={open && !refused ? undefined : t('withdrawal.closed')}
		>
			<p>{t('withdrawal.effect')}</p>
			{joined > 0 && <p>{t('withdrawal.joined', { count: joined })}</p>}
			<Form method="post" className="actions" reloadDocument>
				<Button color="danger">{t('withdrawal.send')}</Button>
				<LinkButton href={ways.thread} variant="secondary">
					{t('withdrawal.keep')}
				</LinkButton>
			</Form>
		</ActPage>
	)
}
