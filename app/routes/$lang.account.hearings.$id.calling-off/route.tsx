import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted } from '#app/factors/step-up.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { callOffHearing } from '#app/hearings/call-off.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { LONGEST } from '#app/hearings/hearing.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { actOnHearing } from '#app/routes/$lang.account.hearings.$id._index/act-on-hearing.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, language } = await pageToAct(request, params, 'call-off')
	return {
		title: translator(language)('holding:callOff.title'),
		head,
		wanted: hearing.civic ? null : await factorWanted(person),
	}
}

const SENT = z.object({ reason: z.string().trim().min(10).max(LONGEST.reason), ...FACTOR_SENT })

export const action = (args: ActionFunctionArgs) =>
	actOnHearing(args, SENT, (tx, acting, { reason }) => callOffHearing(tx, { ...acting, reason }))

export default function CallOffPage() {
	const { t } = useTranslation('holding')
	const { head, title, wanted } = useLoaderData<typeof loader>()
	const filled = useFormOf('holding', useActionData<typeof action>()?.form)
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			<p>{t('callOff.lead')}</p>
			<Form method="post" className="form">
				<Field
					name="reason"
					type="textarea"
					label={t('callOff.reason')}
					defaultValue={filled.value('reason')}
					error={filled.problem('reason')}
					maxLength={LONGEST.reason}
					required
				/>
				<FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
				<Button>{t('callOff.button')}</Button>
			</Form>
		</HoldingFrame>
	)
}
