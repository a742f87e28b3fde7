import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { factorsOf } from '#app/factors/find.server.ts'
import { removeFactor, renewRecoveryCodes } from '#app/factors/keep.server.ts'
import { recoveryCodesLeft } from '#app/factors/recovery.server.ts'
import { RecoveryCodes } from '#app/factors/recovery-codes.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath, newFactorPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { configuration } from '#server/configuration.ts'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.object({
	remove: z.string().max(100).optional(),
	renew: z.string().max(10).optional(),
	...FACTOR_SENT,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const factors = await factorsOf(readOwn, person.personId)
	return {
		title: translator(pageLanguage(params))('people:account.factors'),
		factors,
		recoveryLeft: await recoveryCodesLeft(readOwn, person.personId),
		next: new URL(request.url).searchParams.get('next') ?? undefined,
		waiting: person.waitsForFactor,
		shared: person.shared,
		wanted: factors.length > 0 ? await factorWanted(person) : null,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const now = new Date()
	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const owner = shown.value
	const { remove } = form.value
	const { write } = await store()
	const key = `person:${owner.personId}`
	if (remove) {
		const removed = await write(key, (tx) =>
			removeFactor(tx, { owner, isOfficial: owner.roles.length > 0, factorId: remove, now }),
		)
		if (!removed.ok) return data({ form: form.refuse(removed.refusal) }, 409)
		throw redirect(accountPagePath(pageLanguage(params), 'factors'))
	}
	const { SECRET_KEY: secretKey } = configuration()
	const renewed = await write(key, (tx) => renewRecoveryCodes(tx, { owner, secretKey, now }))
	if (!renewed.ok) return data({ form: form.refuse(renewed.refusal) }, 409)
	return data({ recovery: renewed.value.recovery })
}

export default function Factors() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { factors, recoveryLeft, next, waiting, shared, wanted } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply; recovery?: string[] }>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	return (
		<div className="stack" data-gap="wide">
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Heading level={1}>{t('account.factors')}</Heading>
			{waiting && (
				<Notice tone="warning" heading={t('factors.needed')}>
					<p>{t('factors.neededText')}</p>
				</Notice>
			)}
			{shared && <Notice>{t('factors.shared')}</Notice>}
			{answer?.recovery && <RecoveryCodes codes={answer.recovery} />}
			<p>{t('factors.lead')}</p>
			{factors.length > 0 && (
				<Form method="post" action={accountPagePath(language, 'factors')} className="stack" noValidate>
					<Table
						caption={t('factors.yours')}
						stacked
						columns={[
							{ label: t('factors.name') },
							{ label: t('factors.kind') },
							{ label: t('factors.since') },
							{ label: t('factors.lastUsed') },
							{ label: t('factors.act') },
						]}
						rows={factors.map(({ id, name, kind, createdAt, lastUsedAt }) => ({
							key: id,
							cells: [
								name,
								t(`factors.kinds.${kind}`),
								<Time key="since" at={createdAt} />,
								lastUsedAt ? <Time key="used" at={lastUsedAt} /> : '–',
								<Button
									key="remove"
									name="remove"
									value={id}
									variant="secondary"
									size="sm"
									aria-label={t('factors.removeOf', { name })}
								>
									{t('factors.remove')}
								</Button>,
							],
						}))}
					/>
					<p>{t('factors.left', { count: recoveryLeft })}</p>
					<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
					<div className="actions">
						<Button name="renew" value="1" variant="secondary">
							{t('factors.renew')}
						</Button>
					</div>
				</Form>
			)}
			<div className="actions">
				<LinkButton href={newFactorPath(language, 'passkey', { next })}>{t('factors.addPasskey')}</LinkButton>
				<LinkButton href={newFactorPath(language, 'application', { next })} variant="secondary">
					{t('factors.addApplication')}
				</LinkButton>
			</div>
		</div>
	)
}
