import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BeforeAdding } from '#app/factors/before-adding.tsx'
import { addTotp } from '#app/factors/keep.server.ts'
import { FactorAdded } from '#app/factors/recovery-codes.tsx'
import { beforeAdding } from '#app/factors/step-up.server.ts'
import { newSecret, totpAddress } from '#app/factors/totp.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { safeReturnPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import * as fields from '#app/people/fields.ts'
import { seal, unseal } from '#app/people/sealed.server.ts'
import { factorShown, requirePerson } from '#app/people/session.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { qrOf } from '#app/ui/qr.server.ts'
import { QrCode } from '#app/ui/qr-code.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const AN_HOUR = 60 * 60_000

const SENT = z.object({
	secret: z.string().max(1000),
	name: z.string().min(1).max(60),
	code: fields.code,
	next: fields.next,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	return {
		title: translator(pageLanguage(params))('people:totp.title'),
		next: new URL(request.url).searchParams.get('next'),
		before: await beforeAdding(person),
		offered: offered(newSecret(), person),
	}
}

interface Answer {
	form?: FormReply
	/** The same secret again: the application has it already. */
	offered?: Offered
	added?: { recovery: string[] | null; next: string | undefined }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) {
		const secret = opened(form.reply.initialValue?.secret, person)
		return data<Answer>({ form: form.reply, offered: secret ? offered(secret, person) : undefined }, 422)
	}
	const { name, code, next } = form.value
	const secret = opened(form.value.secret, person)
	if (!secret) return data<Answer>({ form: form.refuse('outOfTime') }, 422)
	const again = offered(secret, person)
	const now = new Date()
	if (person.shared) return data<Answer>({ form: form.refuse('demo'), offered: again }, 403)
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	const added = await write(`person:${person.personId}`, (tx) =>
		addTotp(tx, { owner: person, name, secret, code, secretKey, now }),
	)
	if (!added.ok) {
		const [refusal, field] =
			added.refusal === 'factorWrong' ? ['applicationCode', 'code'] : [added.refusal, undefined]
		return data<Answer>({ form: form.refuse(refusal, field), offered: again }, 422)
	}
	await factorShown(request, person, now)
	const after = next ? safeReturnPath(pageLanguage(params), next) : undefined
	return data<Answer>({ added: { ...added.value, next: after } })
}

interface Offered {
	sealed: string
	secret: string
	address: string
	qr: { size: number; d: string }
}

interface Whose {
	personId: string
	email: string | null
	name: string
}

/** The secret goes to the page and comes back under our seal: it is kept only once a code shows that it arrived. */
function offered(secret: string, { personId, email, name }: Whose): Offered {
	const until = new Date(Date.now() + AN_HOUR)
	const address = totpAddress(secret, email ?? name)
	return {
		sealed: seal({ secret, personId }, { purpose: 'totp', secretKey: configuration().SECRET_KEY, until }),
		secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
		address,
		qr: qrOf(address),
	}
}

function opened(sealed: unknown, { personId }: Whose): string | undefined {
	if (typeof sealed !== 'string') return undefined
	const { SECRET_KEY: secretKey } = configuration()
	const inside = unseal(sealed, { purpose: 'totp', secretKey, now: new Date() })
	const { secret, personId: owner } = (inside ?? {}) as { secret?: string; personId?: string }
	return owner === personId ? secret : undefined
}

/** An application of codes, by a square code to photograph or a key to type. Needs no script. */
export default function AddApplication() {
	const { t } = useTranslation(['people', 'common'])
	const loaded = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	const { sealed, secret, address, qr } = answer?.offered ?? loaded.offered
	if (answer?.added) return <FactorAdded {...answer.added} />
	if (loaded.before) return <BeforeAdding title={t('totp.title')} before={loaded.before} />
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('totp.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>{t('totp.lead')}</p>
			<QrCode qr={qr} label={t('totp.qr')} />
			<p>
				{t('totp.byHand')} <code>{secret}</code>
			</p>
			<p>
				<a href={address}>{t('totp.here')}</a>
			</p>
			<input type="hidden" name="secret" value={sealed} />
			<Field
				name="code"
				label={t('totp.code')}
				description={t('totp.codeHint')}
				inputMode="numeric"
				autoComplete="one-time-code"
				width="short"
				required
				error={form.problem('code')}
			/>
			<Field
				name="name"
				label={t('factors.name')}
				description={t('factors.nameHint')}
				width="medium"
				defaultValue={form.value('name') ?? t('totp.name')}
				error={form.problem('name')}
			/>
			<CarriedFields next={form.value('next') ?? loaded.next} />
			<div className="actions">
				<Button>{t('totp.add')}</Button>
			</div>
		</Form>
	)
}
