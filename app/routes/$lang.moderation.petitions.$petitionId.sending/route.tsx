import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { sendingOf, sendPetition, tellSent } from '#app/considerations/send.server.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath, petitionPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, 'moderator')
	const { readOwn } = await store()
	const sending = await sendingOf(readOwn, Number(params.petitionId) || 0, new Date())
	if (!sending) throw notFound()
	return {
		title: translator(pageLanguage(params))('considering:sending.title'),
		...sending,
		wanted: await factorWanted(person),
	}
}

const SENT = z.object({
	intent: z.enum(['send', 'told']),
	considerationId: z.coerce.number().int(),
	...FACTOR_SENT,
})

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requireRole(request, 'moderator')
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)

	const now = new Date()
	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const petitionId = Number(params.petitionId) || 0
	const { intent, considerationId } = form.value
	const { write } = await store()
	const act = { petitionId, considerationId, actor: shown.value, now }
	const outcome = await write(petitionKey(petitionId), (tx) =>
		intent === 'send' ? sendPetition(tx, act) : tellSent(tx, act),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(moderatedPetitionPath(pageLanguage(params), petitionId, 'sending'))
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

export default function Sending() {
	const loaded = useLoaderData<typeof loader>()
	const { t } = useTranslation(['considering', 'common'])
	const language = useLanguage()
	const filled = useFormOf('considering', useActionData<typeof action>()?.form)
	return (
		<div className="stack">
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t('considering:sending.title')}</Heading>
			<p className="lead" lang={loaded.language}>
				{loaded.name}
			</p>
			<p>
				<TextLink href={petitionPath(language, loaded.number)}>{loaded.number}</TextLink>
			</p>
			{loaded.reached.length === 0 && (
				<EmptyState icon="people" heading={t('considering:sending.none')}>
					{t('considering:sending.noneHelp')}
				</EmptyState>
			)}
			{loaded.reached.map((one) => (
				<Reached key={one.id} one={one} loaded={loaded} problem={filled.problem('factorCode')} />
			))}
		</div>
	)
}

function Reached({
	one,
	loaded,
	problem,
}: {
	one: Loaded['reached'][number]
	loaded: Loaded
	problem: string | undefined
}) {
	const { t } = useTranslation(['considering', 'law'])
	const language = useLanguage()
	const { id, threshold, needed, state, body, sentAt, sentWith, toldAt, tellBy, registeredOn, dueOn } = one
	const number = (value: number) => numberInWords(language, value)
	return (
		<section className="stack" aria-labelledby={`reached-${id}`}>
			<Heading level={2} id={`reached-${id}`}>
				{t(`law:petition.threshold.${threshold as 'national'}`)}
			</Heading>
			<DefinitionList
				entries={[
					{ term: t('considering:sending.to'), value: body[language] },
					{
						term: t('considering:sending.signatures'),
						value: t('considering:sending.of', {
							confirmed: number(sentWith ?? loaded.confirmed),
							needed: number(needed),
						}),
					},
					{ term: t('considering:sending.sentAt'), value: sentAt && <Time at={sentAt} format="short" /> },
					{
						term: t('considering:sending.registered'),
						value: registeredOn && <Time on={registeredOn} format="plain" />,
					},
					{ term: t('considering:sending.due'), value: dueOn && <Time on={dueOn} format="plain" /> },
					{ term: t('considering:sending.told'), value: toldAt && <Time at={toldAt} format="short" /> },
					{
						term: t('considering:sending.tellBy'),
						value: !toldAt && tellBy && <Time on={tellBy} format="plain" />,
					},
				]}
			/>
			{state === 'reached' && (
				<Form method="post" className="form">
					<input type="hidden" name="considerationId" value={id} />
					<Notice>
						<p>{t(loaded.ends ? 'considering:sending.effect' : 'considering:sending.effectOpen')}</p>
					</Notice>
					<FactorFields wanted={loaded.wanted} problem={problem} />
					<Button name="intent" value="send">
						{t('considering:sending.button')}
					</Button>
				</Form>
			)}
			{state !== 'reached' && !toldAt && (
				<Form method="post" className="form">
					<input type="hidden" name="considerationId" value={id} />
					<p>{t('considering:sending.toldAbout')}</p>
					<Button variant="secondary" name="intent" value="told">
						{t('considering:sending.toldButton')}
					</Button>
				</Form>
			)}
		</section>
	)
}
