import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { repeatGrounds } from '#app/decide-hearing.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { repeatHearing } from '#app/repeat-hearing.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'

export const meta = pageTitle

const GROUNDS = ['substantial_change', 'open_comments', 'procedure_breach'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, law, language } = await pageToAct(request, params, 'repeat')
	const [found] = await repeatGrounds(readOwn, hearing, law.profile)
	return { title: translator(language)('protocols:repeat.title'), head, found }
}

const SENT = z.object({ ground: z.enum(GROUNDS) })

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const made = await write(hearingKey(act.hearingId), (tx) => repeatHearing(tx, { ...act, ...form.value }))
	if (!made.ok) return data({ form: form.refuse(made.refusal) }, 409)
	throw redirect(holdingPath(language, made.value.hearingId))
}

export default function Repeat() {
	const { t } = useTranslation(['protocols', 'law'])
	const { head, found } = useLoaderData<typeof loader>()
	const filled = useFormOf('protocols', useActionData<typeof action>()?.form, { ground: found })
	return (
		<HoldingFrame head={head} title={t('protocols:repeat.title')} problems={filled.problems}>
			<p>{t('protocols:repeat.lead')}</p>
			<Form method="post" className="form">
				<Choice
					name="ground"
					legend={t('protocols:repeat.ground')}
					defaultValue={filled.value('ground')}
					error={filled.problem('ground')}
					options={GROUNDS.map((ground) => ({ value: ground, label: t(`law:hearing.repeat.${ground}`) }))}
				/>
				<Button>{t('protocols:repeat.button')}</Button>
			</Form>
		</HoldingFrame>
	)
}
