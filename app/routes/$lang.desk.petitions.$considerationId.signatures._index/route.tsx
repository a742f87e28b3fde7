import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { headOf, petitionOnDesk } from '#app/considerations/desk.server.ts'
import { DeskStep } from '#app/considerations/desk-step.tsx'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPetitionPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { confirmList } from '#app/signing/list-of-signers.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), new Date())
	const { consideration, petition, acts } = opened
	if (!acts.includes('take-list')) throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
	const { listTakenAt, listHash, listReceivedAt } = consideration
	return {
		title: translator(pageLanguage(params))('considering:signatures.title'),
		head: await headOf(readOwn, opened),
		...{ listTakenAt, listHash, listReceivedAt },
		anonymisedAt: petition.anonymisedAt,
		wanted: await factorWanted(person),
	}
}

const SENT = z.object({ intent: z.enum(['prove', 'received']), ...FACTOR_SENT })

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn, write } = await store()
	const now = new Date()
	const { petition, consideration } = await petitionOnDesk(
		readOwn,
		person,
		String(params.considerationId),
		now,
	)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)

	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	if (form.value.intent === 'received') {
		const acting = { petitionId: petition.id, considerationId: consideration.id, actor: shown.value, now }
		const outcome = await write(petitionKey(petition.id), (tx) => confirmList(tx, acting))
		if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	}
	throw redirect(deskPetitionPath(pageLanguage(params), consideration.id, 'signatures'))
}

export default function Signatures() {
	const { head, listTakenAt, listHash, listReceivedAt, anonymisedAt, wanted } = useLoaderData<typeof loader>()
	const { t } = useTranslation('considering')
	const language = useLanguage()
	const filled = useFormOf('considering', useActionData<typeof action>()?.form)
	const factor = <FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
	const over = Boolean(listReceivedAt || anonymisedAt)
	return (
		<DeskStep head={head} title={t('signatures.title')} filled={filled}>
			<DefinitionList
				entries={[
					{ term: t('signatures.taken'), value: listTakenAt && <Time at={listTakenAt} format="short" /> },
					{
						term: t('signatures.hash'),
						value: listHash && <code className="break-anywhere">{listHash}</code>,
					},
					{
						term: t('signatures.received'),
						value: listReceivedAt && <Time at={listReceivedAt} format="short" />,
					},
				]}
			/>
			{over && (
				<Notice>
					<p>{t(anonymisedAt ? 'signatures.anonymous' : 'signatures.over')}</p>
				</Notice>
			)}
			{!over && (
				<section className="stack" aria-labelledby="take">
					<Heading level={2} id="take">
						{t('signatures.take')}
					</Heading>
					<p>{t('signatures.about')}</p>
					{wanted ? (
						<Form method="post" className="form">
							{factor}
							<Button name="intent" value="prove">
								{t('signatures.prove')}
							</Button>
						</Form>
					) : (
						<form
							method="post"
							action={deskPetitionPath(language, head.considerationId, 'signatures/list.csv')}
						>
							<Button>{t(listTakenAt ? 'signatures.again' : 'signatures.download')}</Button>
						</form>
					)}
				</section>
			)}
			{!over && listHash && (
				<section className="stack" aria-labelledby="received">
					<Heading level={2} id="received">
						{t('signatures.confirm')}
					</Heading>
					<p>{t('signatures.confirmAbout')}</p>
					<Form method="post" className="form">
						{factor}
						<Button name="intent" value="received">
							{t('signatures.confirmButton')}
						</Button>
					</Form>
				</section>
			)}
		</DeskStep>
	)
}
