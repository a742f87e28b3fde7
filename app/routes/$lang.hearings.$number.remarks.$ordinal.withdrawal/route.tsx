import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { remarkPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { withdrawRemark } from '#app/remarks/withdraw.server.ts'
import { remarkPage } from '#app/routes/$lang.hearings.$number.remarks.$ordinal._index/remark-page.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head, number, language, ordinal, own, mayWithdraw } = await remarkPage(request, params)
	if (!own) throw notFound()
	return { title: translator(language)('remarks:withdraw.title'), head, number, ordinal, open: mayWithdraw }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, number, language, ordinal, own, actor } = await remarkPage(request, params)
	if (!own) throw notFound()
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), (tx) =>
		withdrawRemark(tx, { hearingId: hearing.id, ordinal, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(remarkPath(language, number, ordinal), 303)
}

export default function Withdrawal() {
	const { head, number, ordinal, open } = useLoaderData<typeof loader>()
	const refused = useActionData<{ refusal: string }>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	return (
		<HearingFrame head={head} title={t('withdraw.title')}>
			{open && !refused ? (
				<>
					<p>{t('withdraw.effect', { ordinal })}</p>
					<Form method="post" className="actions">
						<Button color="danger">{t('withdraw.button')}</Button>
						<LinkButton href={remarkPath(language, number, ordinal)} variant="secondary">
							{t('withdraw.keep')}
						</LinkButton>
					</Form>
				</>
			) : (
				<Notice tone="warning" heading={t('withdraw.closed')} />
			)}
		</HearingFrame>
	)
}
