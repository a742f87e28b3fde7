import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { sheetPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { beginSheet, sheetsOf } from '#app/signing/paper.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const SENT = z.object({ label: z.string().min(1).max(80) })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head, petition } = await moderatedPetition(request, params)
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('invalidating:sheets.title'),
		head,
		onPaper: profileById(petition.profileId).petition.sign_methods.includes('paper'),
		sheets: await sheetsOf(readOwn, head.id),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { moderator: actor, head } = await moderatedPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const acting = { petitionId: head.id, actor, now: new Date() }
	const { write } = await store()
	const outcome = await write(petitionKey(head.id), (tx) => beginSheet(tx, { ...acting, ...form.value }))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, 'label') }, 409)
	throw redirect(sheetPath(pageLanguage(params), head.id, outcome.value.sheetId))
}

export default function Sheets() {
	const { t } = useTranslation(['invalidating', 'common'])
	const language = useLanguage()
	const { title, head, onPaper, sheets } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, { refusal: useRefusal() })
	return (
		<PetitionWork head={head} page="sheets" heading={title}>
			{onPaper ? (
				<Form method="post" className="form" noValidate>
					<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
					<p>{t('invalidating:sheets.lead')}</p>
					<Field
						name="label"
						width="medium"
						label={t('invalidating:sheets.label')}
						description={t('invalidating:sheets.labelHint')}
						defaultValue={form.value('label')}
						error={form.problem('label')}
					/>
					<div className="actions">
						<Button>{t('invalidating:sheets.begin')}</Button>
					</div>
				</Form>
			) : (
				<Notice>
					<p>{t('invalidating:refused.no-paper')}</p>
				</Notice>
			)}
			<Table
				caption={t('invalidating:sheets.list')}
				stacked
				columns={[
					{ label: t('invalidating:sheets.label') },
					{ label: t('invalidating:sheets.rows'), numeric: true },
					{ label: t('invalidating:sheets.same'), numeric: true },
					{ label: t('invalidating:sheets.begun') },
				]}
				empty={t('invalidating:sheets.none')}
				rows={sheets.map(({ id, label, rows, same, enteredAt }) => ({
					key: id,
					cells: [
						<TextLink key="label" href={sheetPath(language, head.id, id)}>
							{label}
						</TextLink>,
						numberInWords(language, rows),
						numberInWords(language, same),
						<Time key="begun" at={enteredAt} format="short" />,
					],
				}))}
			/>
		</PetitionWork>
	)
}
