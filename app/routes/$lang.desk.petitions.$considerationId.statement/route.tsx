import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { statePublicly } from '#app/considerations/decide.server.ts'
import { headOf, petitionOnDesk } from '#app/considerations/desk.server.ts'
import { DeskStep } from '#app/considerations/desk-step.tsx'
import { isDay } from '#app/deadlines/day.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { actOnDesk } from '#app/routes/$lang.desk.petitions.$considerationId._index/act-on-desk.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), new Date())
	const { consideration, acts, today } = opened
	if (!acts.includes('state-publicly') || consideration.statementAt)
		throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
	return {
		title: translator(pageLanguage(params))('considering:statement.title'),
		head: await headOf(readOwn, opened),
		decidedOn: consideration.decidedOn,
		today,
	}
}

const SENT = z.object({ on: z.string().refine(isDay, 'day'), statement: z.string().min(1).max(20_000) })

export const action = (args: ActionFunctionArgs) =>
	actOnDesk(args, SENT, (tx, acting, value) => statePublicly(tx, { ...acting, ...value }))

export default function Statement() {
	const { head, decidedOn, today } = useLoaderData<typeof loader>()
	const { t } = useTranslation('considering')
	const filled = useFormOf('considering', useActionData<typeof action>()?.form, { on: today })
	return (
		<DeskStep head={head} title={t('statement.title')} filled={filled}>
			<p>{t('statement.about')}</p>
			<Form method="post" className="form">
				<Field
					name="on"
					label={t('statement.on')}
					type="date"
					width="short"
					min={decidedOn ?? undefined}
					max={today}
					defaultValue={filled.value('on')}
					error={filled.problem('on')}
				/>
				<Field
					name="statement"
					label={t('statement.text')}
					type="textarea"
					rows={10}
					defaultValue={filled.value('statement')}
					error={filled.problem('statement')}
				/>
				<Button>{t('statement.button')}</Button>
			</Form>
		</DeskStep>
	)
}
