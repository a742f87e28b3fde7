import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { FilesField } from '#app/inquiries/ask-form.tsx'
import { submitCorrection } from '#app/inquiries/correct.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { authorsFiles } from '#app/routes/$lang.inquiries.$number._index/authors-files.server.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const Correction = z.object({ reply: z.string().min(2).max(10_000), files: uploads() })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, handling, language } = await authorsPage(request, params, 'correct')
	const asked = thread.entries.findLast(
		({ type, proceedingId }) => type === 'returned_for_correction' && proceedingId === handling?.id,
	)
	return {
		number: thread.number,
		secret,
		open: handling !== undefined,
		unbound: handling?.clock.unbound === true,
		request: asked?.text,
		until: handling?.correctBy ?? undefined,
		title: translator(language)('inquiries:correction.title'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { thread, secret, handling, language, actor, now } = await authorsPage(request, params, 'correct')
	const form = await readForm(request, Correction)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (!handling) return data({ form: form.refuse('wrong-state') }, 409)
	const taken = await authorsFiles(form.value.files, {
		personId: actor.personId,
		address: addressOf(context),
		now,
	})
	if (!taken.ok) return data({ form: form.refuse(taken.problem, 'files') }, 422)

	const outcome = await writeCase(await store(), [thread.id], (tx) =>
		submitCorrection(tx, {
			proceedingId: handling.id,
			reply: form.value.reply,
			fileIds: taken.ids,
			actor,
			now,
		}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	return redirect(`${waysOf(language, thread.number, secret).thread}?done=corrected`)
}

export default function CorrectionPage() {
	const { number, secret, open, unbound, request, until } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['inquiries', 'common'])
	const filled = useFilledForm(useActionData<typeof action>()?.form, {
		refusal: (code) => t(`inquiries:refusal.${code as 'wrong-state'}`),
	})
	const ways = waysOf(useLanguage(), number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('inquiries:correction.title')}
			lead={t(unbound ? 'inquiries:correction.leadUnbound' : 'inquiries:correction.lead')}
			closed={open ? undefined : t('inquiries:correction.closed')}
		>
			<Card as="section" tinted labelledBy="asked">
				<Heading level={2} size="xs" id="asked">
					{t('inquiries:correction.asked')}
				</Heading>
				{request && <Paragraphs text={request} />}
				{until && (
					<p>
						{t('inquiries:correction.until')} <Time on={until} />
					</p>
				)}
			</Card>
			<Form method="post" encType="multipart/form-data" className="form" reloadDocument>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<Field
					name="reply"
					type="textarea"
					rows={8}
					label={t('inquiries:correction.reply')}
					defaultValue={filled.value('reply')}
					error={filled.problem('reply')}
					required
					minLength={2}
					maxLength={10_000}
				/>
				<FilesField problem={filled.problem('files')} />
				<p>{t('inquiries:correction.seen')}</p>
				{!unbound && <p>{t('inquiries:correction.effect')}</p>}
				<p className="actions">
					<Button>{t('inquiries:correction.send')}</Button>
				</p>
			</Form>
		</ActPage>
	)
}
