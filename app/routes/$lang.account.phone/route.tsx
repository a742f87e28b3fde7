import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { reachesPhones } from '#app/notices/short-post.server.ts'
import { pageTitle } from '#app/page-title.ts'
import * as fields from '#app/people/fields.ts'
import { personById } from '#app/people/find.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { confirmPhone, removePhone, requestPhone } from '#app/people/phone.server.ts'
import { hiddenPhone, phoneNumber } from '#app/people/phone.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('send'),
		phone: z
			.string()
			.max(40)
			.refine((typed) => phoneNumber(typed) !== undefined, 'phone'),
	}),
	z.object({ intent: z.literal('confirm'), code: fields.code }),
	z.object({ intent: z.literal('remove') }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	const { searchParams } = new URL(request.url)
	const person = await personById(readOwn, personId)
	return {
		title: translator(pageLanguage(params))('people:account.phone'),
		phone: person?.phone ? hiddenPhone(person.phone) : null,
		offered: reachesPhones(configuration()),
		sent: searchParams.has('sent'),
		said: (['saved', 'removed'] as const).find((one) => searchParams.has(one)) ?? null,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const page = accountPagePath(pageLanguage(params), 'phone')
	const { SECRET_KEY: secretKey } = configuration()
	const keys = { account: personId, address: addressOf(context) }
	const { write } = await store()
	const now = new Date()
	const key = `person:${personId}`
	const sent = form.value

	if (sent.intent === 'remove') {
		await write(key, (tx) => removePhone(tx, { personId, now }))
		throw redirect(`${page}?removed`)
	}
	const allowed = await limited(sent.intent === 'send' ? 'sendCode' : 'enterCode', keys)
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	if (sent.intent === 'confirm') {
		const { code } = sent
		const outcome = await write(key, (tx) => confirmPhone(tx, { personId, code, secretKey, now }))
		if (!outcome.ok) return data({ form: form.refuse('wrongCode', 'code') }, 422)
		throw redirect(`${page}?saved`)
	}
	const phone = phoneNumber(sent.phone) ?? ''
	// Many accounts are not to ring one telephone.
	const bearable = await limited('sendCode', { account: phone })
	if (!bearable.ok) return tooOften(form.refuse, bearable.seconds)
	if (reachesPhones(configuration()))
		await write(key, (tx) => requestPhone(tx, { personId, phone, secretKey, now }))
	throw redirect(`${page}?sent`)
}

export default function Phone() {
	const { t } = useTranslation(['notices', 'people', 'common'])
	const { title, phone, offered, sent, said } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	const entering = form.value('intent') === 'confirm' || (sent && !answer)
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{title}</Heading>
			{said && !answer && <Notice tone="success" heading={t(`notices:phone.${said}`)} />}
			<p>{t('notices:phone.lead')}</p>
			<p>{phone ? t('notices:phone.current', { phone }) : t('notices:phone.none')}</p>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{!offered && <Notice>{t('notices:phone.off')}</Notice>}
			{offered && entering && (
				<Form method="post" action="." className="stack" noValidate>
					{!answer && <Notice>{t('notices:phone.sent')}</Notice>}
					<Field
						name="code"
						label={t('notices:phone.code')}
						inputMode="numeric"
						autoComplete="one-time-code"
						width="short"
						required
						error={form.problem('code')}
					/>
					<div className="actions">
						<Button name="intent" value="confirm">
							{t('notices:phone.confirm')}
						</Button>
					</div>
				</Form>
			)}
			{offered && !entering && (
				<Form method="post" action="." className="stack" noValidate>
					<Field
						name="phone"
						type="tel"
						label={t('notices:phone.number')}
						description={t('notices:phone.numberHelp')}
						autoComplete="tel"
						width="medium"
						required
						defaultValue={form.value('phone')}
						error={form.problem('phone')}
					/>
					<div className="actions">
						<Button name="intent" value="send">
							{t('notices:phone.send')}
						</Button>
					</div>
				</Form>
			)}
			{phone && (
				<Form method="post" action=".">
					<Button name="intent" value="remove" variant="secondary">
						{t('notices:phone.remove')}
					</Button>
				</Form>
			)}
		</div>
	)
}
