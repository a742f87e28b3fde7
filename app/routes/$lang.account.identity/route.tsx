import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import { accountPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { personById } from '#app/people/find.server.ts'
import { identitiesOf, unlinkIdentity } from '#app/people/identify.server.ts'
import { waysUp } from '#app/people/level.server.ts'
import { AddressWanted } from '#app/people/level-first.tsx'
import { providerById } from '#app/people/oidc.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { WaysUp } from '#app/people/ways-up.tsx'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { SignatureOffer } from '#app/signatures/signature-offer.tsx'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const SENT = z.object({ identity: z.uuid() })
const DONE = ['created', 'linked', 'unlinked'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId, level } = await requirePerson(request)
	const { readOwn } = await store()
	const person = await personById(readOwn, personId)
	const linked = await identitiesOf(readOwn, personId)
	return {
		title: translator(pageLanguage(params))('people:account.identity'),
		done: DONE.find((one) => one === new URL(request.url).searchParams.get('done')),
		level,
		email: person?.emailConfirmedAt ? person.email : null,
		proofs: linked.map(({ id, kind, provider, level, region, linkedAt, lastUsedAt }) => ({
			id,
			kind,
			label: providerById(provider)?.label,
			level,
			region,
			linkedAt: linkedAt.toISOString(),
			lastUsedAt: lastUsedAt.toISOString(),
		})),
		// What is linked may be shown again, to be known better than by the way one signed in.
		ways: waysUp().filter(
			({ provider }) => level < 2 || !linked.some((identity) => identity.provider === provider),
		),
		signature: level < 3 && (await canVerify(readOwn, new Date())),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ refusal: 'not-found' as const }, 422)
	const { write } = await store()
	const outcome = await write(`person:${personId}`, (tx) =>
		unlinkIdentity(tx, { personId, identityId: form.value.identity, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(`${accountPagePath(pageLanguage(params), 'identity')}?done=unlinked`)
}

export default function HowYouAreKnown() {
	const { t } = useTranslation('people')
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	const { done, level, email, proofs, ways, signature } = useLoaderData<typeof loader>()
	const refusal = useActionData<typeof action>()?.refusal
	const next = `${accountPagePath(language, 'identity')}?done=linked`
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{t('account.identity')}</Heading>
			{refusal && <Notice tone="warning" heading={t(`known.refused.${refusal}`)} />}
			{done && !refusal && <Notice tone="success" heading={t(`known.done.${done}`)} />}
			<p>{t('known.now', { level: t(`level.${level as 1}`) })}</p>
			{!email && <AddressWanted />}
			{proofs.map(({ id, kind, label, level, region, linkedAt, lastUsedAt }) => (
				<Card as="section" key={id} labelledBy={id}>
					<Heading level={2} size="sm" id={id}>
						{label?.[language] ?? t(`known.${kind}`)}
					</Heading>
					<DefinitionList
						compact
						entries={[
							{ term: t('known.proves'), value: t(`level.${level as 1}`) },
							{ term: t('known.region'), value: regionName(law, region) },
							{ term: t('known.linked'), value: <Time at={linkedAt} /> },
							{ term: t('known.used'), value: <Time at={lastUsedAt} /> },
						]}
					/>
					<Form method="post" className="actions">
						<Button name="identity" value={id} variant="secondary" size="sm">
							{t('known.unlink')}
						</Button>
					</Form>
				</Card>
			))}
			{email && (
				<Card as="section" labelledBy="by-email">
					<Heading level={2} size="sm" id="by-email">
						{t('account.email')}
					</Heading>
					<DefinitionList
						compact
						entries={[
							{ term: t('known.proves'), value: t('level.1') },
							{ term: t('known.address'), value: email },
						]}
					/>
				</Card>
			)}
			{(ways.length > 0 || signature) && (
				<section className="stack">
					<Heading level={2}>{t('known.more')}</Heading>
					<p>{t('known.moreText')}</p>
					<WaysUp ways={ways} next={next} />
					{signature && <SignatureOffer next={next} />}
				</section>
			)}
			<p className="quiet small">{t('known.kept')}</p>
		</div>
	)
}
