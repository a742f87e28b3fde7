import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { factorWanted } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import type { Language } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administrationPath, signInFactorPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import {
	AUTHORITIES_KEY,
	addAuthority,
	authoritiesListed,
	authorityIn,
	removeAuthority,
} from '#app/signatures/authorities.server.ts'
import { useSignatureRefusals } from '#app/signatures/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('add'), certificate: uploads({ maxFiles: 1, maxMegabytes: 1 }) }),
	z.object({ intent: z.literal('remove'), id: z.uuid() }),
])

const DONE = ['added', 'removed'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const now = new Date()
	const { DEMO, NCANODE_URL, REVOCATION } = configuration()
	const done = new URL(request.url).searchParams.get('done')
	const listed = await authoritiesListed(readOwn)
	return {
		title: translator(pageLanguage(params))('signatures:authorities.title'),
		authorities: listed.map((authority) => ({ ...authority, ended: authority.validUntil <= now })),
		done: DONE.find((one) => one === done),
		demo: DEMO,
		gostVerifier: NCANODE_URL,
		revocation: REVOCATION,
		factorFirst: (await factorWanted(administrator)) !== null,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const language = pageLanguage(params)
	// The page was open for longer than the factor counts.
	if (await factorWanted(actor)) throw redirect(factorPath(language))
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const now = new Date()
	if (form.value.intent === 'remove') {
		const { id } = form.value
		const outcome = await write(AUTHORITIES_KEY, (tx) => removeAuthority(tx, { id, actor, now }))
		if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
		throw redirect(administrationPath(language, 'authorities', { done: 'removed' }))
	}
	const [file] = form.value.certificate
	if (!file) return data({ form: form.refuse('required', 'certificate') }, 422)
	const read = await authorityIn(new Uint8Array(await file.arrayBuffer()))
	if (!read.ok) return data({ form: form.refuse(read.refusal, 'certificate') }, 422)
	const outcome = await write(AUTHORITIES_KEY, (tx) =>
		addAuthority(tx, { authority: read.value, actor, now }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, 'certificate') }, 409)
	throw redirect(administrationPath(language, 'authorities', { done: 'added' }))
}

const factorPath = (language: Language) =>
	signInFactorPath(language, { next: administrationPath(language, 'authorities') })

export default function Authorities() {
	const { t } = useTranslation(['signatures', 'people', 'common'])
	const language = useLanguage()
	const { authorities, done, demo, gostVerifier, revocation, factorFirst } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, { refusal: useSignatureRefusals() })
	return (
		<div className="stack" data-gap="wide">
			<div className="stack">
				<Heading level={1}>{t('authorities.title')}</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				{done && <Notice tone="success" heading={t(`authorities.${done}`)} />}
				<p>{t('authorities.lead')}</p>
				<ul>
					<li>{t(`authorities.${revocation}`)}</li>
					<li>{gostVerifier ? t('authorities.gost', { url: gostVerifier }) : t('authorities.noGost')}</li>
					{demo && <li>{t('authorities.fictional')}</li>}
				</ul>
			</div>
			<Table
				caption={t('authorities.title')}
				hideCaption
				stacked
				columns={[
					{ label: t('authorities.name') },
					{ label: t('authorities.fingerprint') },
					{ label: t('authorities.valid') },
					{ label: t('authorities.remove') },
				]}
				empty={t('authorities.none')}
				rows={authorities.map(({ id, name, fingerprint, validFrom, validUntil, ended }) => ({
					key: id,
					cells: [
						name,
						<code key="fingerprint" className="break-anywhere">
							{fingerprint}
						</code>,
						<span key="valid">
							<Time at={validFrom} /> – <Time at={validUntil} />
							{ended && ` (${t('authorities.ended')})`}
						</span>,
						factorFirst ? (
							'–'
						) : (
							<Form key="remove" method="post">
								<input type="hidden" name="id" value={id} />
								<Button name="intent" value="remove" variant="tertiary" size="sm" color="danger">
									{t('authorities.remove')}
									<VisuallyHidden> {name}</VisuallyHidden>
								</Button>
							</Form>
						),
					],
				}))}
			/>
			{factorFirst ? (
				<section className="stack">
					<p>{t('people:refused.factorNeeded')}</p>
					<div className="actions">
						<LinkButton href={factorPath(language)}>{t('people:factor.show')}</LinkButton>
					</div>
				</section>
			) : (
				<Form method="post" encType="multipart/form-data" className="form" noValidate>
					<Heading level={2}>{t('authorities.add')}</Heading>
					<Field
						name="certificate"
						type="file"
						label={t('authorities.file')}
						description={t('authorities.fileHint')}
						error={form.problem('certificate')}
					/>
					<p className="actions">
						<Button name="intent" value="add">
							{t('authorities.button')}
						</Button>
					</p>
				</Form>
			)}
		</div>
	)
}
