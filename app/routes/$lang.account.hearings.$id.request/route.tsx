import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayIn } from '#app/deadlines/day.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { discardHearing } from '#app/hearings/draft.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { keysForNumber, lacksOf, requestHearing } from '#app/hearings/request.server.ts'
import { lastDayOf } from '#app/hearings/terms.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath, ownHearingsPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, law, act, readOwn, language } = await pageToAct(request, params, 'request')
	return {
		title: translator(language)(hearing.civic ? 'holding:request.civicTitle' : 'holding:request.title'),
		head,
		lacks: await lacksOf(readOwn, hearing, law),
		answerBy: lastDayOf(law, 'answer_request', dayIn(law.profile.time.zone, act.now)),
	}
}

const SENT = z.object({ intent: z.enum(['request', 'discard']) })

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const discards = form.value.intent === 'discard'
	const outcome = await write(keysForNumber(hearing.id), async (tx) =>
		discards ? await discardHearing(tx, act) : await requestHearing(tx, act),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(
		discards
			? ownHearingsPath(language, { done: 'discarded' })
			: holdingPath(language, hearing.id, undefined, { done: 1 }),
	)
}

export default function RequestPage() {
	const { t } = useTranslation('holding')
	const { head, title, lacks, answerBy } = useLoaderData<typeof loader>()
	const filled = useFormOf('holding', useActionData<typeof action>()?.form)
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			{lacks.length > 0 && (
				<Notice tone="warning" heading={t('request.lacks')}>
					<ul>
						{lacks.map((lack) => (
							<li key={lack}>{t(`refused.${lack}`)}</li>
						))}
					</ul>
				</Notice>
			)}
			<Form method="post" className="form">
				{!head.civic && (
					<>
						<p>
							{t('request.about')} {answerBy && <Time on={answerBy} />}
						</p>
						<p className="actions">
							<Button name="intent" value="request" disabled={lacks.length > 0}>
								{t('request.send')}
							</Button>
						</p>
					</>
				)}
				<p className="actions">
					<Button name="intent" value="discard" variant="secondary">
						{t('request.discard')}
					</Button>
				</p>
			</Form>
		</HoldingFrame>
	)
}
