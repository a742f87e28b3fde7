import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BeforeAdding } from '#app/factors/before-adding.tsx'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { addPasskey } from '#app/factors/keep.server.ts'
import { createdPasskey } from '#app/factors/passkey.server.ts'
import { FactorAdded } from '#app/factors/recovery-codes.tsx'
import { beforeAdding } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newFactorPath, safeReturnPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import * as fields from '#app/people/fields.ts'
import { factorShown, requirePerson } from '#app/people/session.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({
	passkey: z.string().max(40_000).optional(),
	name: z.string().min(1).max(60),
	next: fields.next,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	return {
		title: translator(pageLanguage(params))('people:passkey.title'),
		next: new URL(request.url).searchParams.get('next') ?? undefined,
		before: await beforeAdding(person),
	}
}

interface Answer {
	form?: FormReply
	added?: { recovery: string[] | null; next: string | undefined }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { personId } = person
	const { name, next } = form.value
	if (person.shared) return data<Answer>({ form: form.refuse('demo') }, 403)
	const now = new Date()
	const passkey = await createdPasskey(form.value.passkey ?? '', { personId, now })
	if (!passkey.ok) return data<Answer>({ form: form.refuse('passkey') }, 422)
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	const added = await write(`person:${personId}`, (tx) =>
		addPasskey(tx, { owner: person, name, passkey: passkey.value, secretKey, now }),
	)
	if (!added.ok) return data<Answer>({ form: form.refuse(added.refusal) }, 422)
	await factorShown(request, person, now)
	const after = next ? safeReturnPath(pageLanguage(params), next) : undefined
	return data<Answer>({ added: { ...added.value, next: after } })
}

/** The one page that does nothing without a script: browsers give passkeys to scripts only. */
export default function AddPasskey() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { next, before } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	if (answer?.added) return <FactorAdded {...answer.added} />
	if (before) return <BeforeAdding title={t('passkey.title')} before={before} />
	const wanted = form.value('next') ?? next
	return (
		<div className="stack">
			<Heading level={1}>{t('passkey.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('passkey.lead')}</p>
			<Form method="post" className="stack" noValidate data-passkey-only hidden>
				<input type="hidden" name="passkey" data-ceremony="create" />
				<div data-passkey-failed hidden role="status">
					<Notice tone="warning">{t('passkey.failed')}</Notice>
				</div>
				<Field
					name="name"
					label={t('factors.name')}
					description={t('factors.nameHint')}
					width="medium"
					defaultValue={form.value('name') ?? t('passkey.name')}
					error={form.problem('name')}
				/>
				<CarriedFields next={wanted} />
				<div className="actions">
					<Button>{t('passkey.add')}</Button>
				</div>
			</Form>
			<p>
				{t('passkey.otherwise')}{' '}
				<TextLink href={newFactorPath(language, 'application', { next: wanted })}>
					{t('factors.addApplication')}
				</TextLink>
			</p>
		</div>
	)
}
