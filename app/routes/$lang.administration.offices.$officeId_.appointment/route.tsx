import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { appointOfficial, officeKey } from '#app/administration/appoint.server.ts'
import * as fields from '#app/administration/fields.ts'
import { knownOfficials, officeById } from '#app/administration/find.server.ts'
import { NameFields } from '#app/administration/name-fields.tsx'
import { useRefusal } from '#app/administration/use-refusal.ts'
import { dayIn } from '#app/deadlines/day.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, fieldOf, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const NEW = 'new'

const SENT = z
	.object({
		officialId: z.string().max(100),
		from: fields.day,
		kk: fields.names.kk.optional(),
		ru: fields.names.ru.optional(),
		en: fields.names.en.optional(),
		email: fields.email,
		...FACTOR_SENT,
	})
	.superRefine(({ officialId, ...sent }, context) => {
		if (officialId !== NEW) return
		for (const language of LANGUAGES)
			if (!sent[language]) context.addIssue({ code: 'custom', path: [language], message: 'required' })
	})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const office = await officeById(readOwn, params.officeId ?? '')
	if (!office || office.closedAt) throw notFound()
	const language = pageLanguage(params)
	const officials = await knownOfficials(readOwn)
	return {
		title: translator(language)('oversight:offices.appointing'),
		id: office.id,
		names: office.names,
		holder: office.tenures.find(({ until }) => until === null)?.names,
		officials: officials.sort((a, b) => a.names[language].localeCompare(b.names[language], language)),
		wanted: await factorWanted(administrator),
		today: dayIn(zoneInForce(), new Date()),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const officeId = params.officeId ?? ''
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { from, officialId, email, kk = '', ru = '', en = '' } = form.value
	const official = officialId === NEW ? { names: { kk, ru, en }, email } : { id: officialId }
	const shown = await steppedUp({ request, context }, administrator, form.value)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const actor = shown.value
	const { write } = await store()
	const outcome = await write(officeKey(officeId), (tx) =>
		appointOfficial(tx, { officeId, official, from, actor, now: new Date() }),
	)
	if (!outcome.ok)
		return data(
			{ form: form.refuse(outcome.refusal, fieldOf(outcome.refusal, FIELDS[outcome.refusal])) },
			409,
		)
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

const FIELDS: Record<string, string | undefined> = {
	'same-holder': 'officialId',
	'no-official': 'officialId',
	'no-person': 'email',
	'later-tenure': 'from',
	overlaps: 'from',
}

export default function Appointment() {
	const { t } = useTranslation(['oversight', 'common'])
	const language = useLanguage()
	const { names, holder, officials, today, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { defaults: { from: today }, refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('oversight:offices.appointing')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>
				<strong>{names[language]}</strong>
			</p>
			<p>{t('oversight:offices.appointingText')}</p>
			{holder && (
				<p>
					{t('oversight:offices.now')}: {holder[language]}
				</p>
			)}
			<Field
				name="from"
				type="date"
				label={t('oversight:offices.from')}
				required
				defaultValue={form.value('from')}
				error={form.problem('from')}
			/>
			<Field
				name="officialId"
				type="select"
				label={t('oversight:offices.official')}
				options={[
					{ value: NEW, label: t('oversight:offices.new') },
					{
						label: t('oversight:offices.known'),
						options: officials.map(({ id, names: of }) => ({ value: id, label: of[language] })),
					},
				]}
				defaultValue={form.value('officialId')}
				error={form.problem('officialId')}
			/>
			<NameFields
				form={form}
				legend={t('oversight:offices.newNames')}
				description={t('oversight:offices.newHint')}
			/>
			<Field
				name="email"
				type="email"
				label={t('oversight:offices.email')}
				description={t('oversight:offices.emailHint')}
				optional={t('common:form.optional')}
				defaultValue={form.value('email')}
				error={form.problem('email')}
			/>
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				<Button>{t('oversight:offices.appoint')}</Button>
			</div>
		</Form>
	)
}
