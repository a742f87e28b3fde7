import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayIn } from '#app/deadlines/day.ts'
import { filesOf } from '#app/files/attached.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { draftPath, ownPetitionsPath, petitionPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { standingFor } from '#app/people/level.server.ts'
import { LevelFirst } from '#app/people/level-first.tsx'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { petitionAddressee } from '#app/petitions/addressees.server.ts'
import { discardPetition } from '#app/petitions/draft.server.ts'
import { DraftFrame } from '#app/petitions/draft-frame.tsx'
import { gatherSponsors, keysForNumber } from '#app/petitions/gather.server.ts'
import { petitionById, petitionKey } from '#app/petitions/petition.server.ts'
import { isWhole } from '#app/petitions/petition.ts'
import { similarPetitions } from '#app/petitions/similar.server.ts'
import { SimilarPetitions } from '#app/petitions/similar-petitions.tsx'
import { lastDayOf, stageOf } from '#app/petitions/terms.ts'
import { draftPage } from '#app/routes/$lang.petitions.new_.$id.addressee/draft-page.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'
import { Facts, Missing, Texts, WhatFollows } from './checked.tsx'

export const meta = pageTitle

const SENT = z.object({ intent: z.enum(['open', 'discard']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, texts, law, language, person, act } = await draftPage(request, params)
	const { readOwn } = await store()
	const { profile } = law
	const [text] = texts
	const body = petition.bodyId ? await petitionAddressee(readOwn, profile, petition.bodyId) : undefined
	const files = await filesOf(readOwn, 'petition', [String(petition.id)], true)
	const counter = petition.counterTo ? await petitionById(readOwn, petition.counterTo) : undefined
	const sponsors = stageOf(profile, 'sponsors')
	const check = stageOf(profile, 'check')
	return {
		title: translator(language)('proposing:check.title'),
		id: petition.id,
		whole: text !== undefined && isWhole(text) && body !== undefined,
		missing: {
			addressee: !body,
			title: !text?.title,
			substance: !text?.substance,
			arguments: !text?.arguments,
			proposals: !text?.proposals,
		},
		facts: {
			body: body && { names: body.names, competence: body.competence, thresholds: body.thresholds },
			author: petition.publicAuthor,
			representing: petition.representing,
			language: petition.language,
			translations: texts.slice(1).map((one) => one.language),
			files: (files.get(String(petition.id)) ?? []).map(({ name }) => name),
			counter: counter?.number,
		},
		texts: texts.map((one) => ({ language: one.language, title: one.title, html: one.html })),
		similar: text
			? await similarPetitions(
					readOwn,
					law,
					{ id: petition.id, title: text.title, substance: text.substance },
					act.now,
				)
			: [],
		follows: {
			need: sponsors?.need,
			by: lastDayOf(law, 'sponsors', dayIn(profile.time.zone, act.now)),
			check: check?.limit && { n: check.limit.n, unit: check.limit.unit },
		},
		standing: await standingFor(readOwn, profile, 'inquiry', person),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { act, petition, language } = await draftPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	if (form.value.intent === 'discard') {
		const outcome = await write(petitionKey(petition.id), (tx) => discardPetition(tx, act))
		if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
		throw redirect(ownPetitionsPath(language, { done: 'discarded' }))
	}
	const may = await limited('ask', { person: act.actor.personId, address: addressOf(context) })
	if (!may.ok) return data({ form: form.refuse('often') }, 429)
	const outcome = await write(keysForNumber(petition.id), (tx) =>
		gatherSponsors(tx, { ...act, secretKey: configuration().SECRET_KEY }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(petitionPagePath(language, outcome.value.number, 'author', { done: 'opened' }))
}

export default function CheckDraft() {
	const { t } = useTranslation(['proposing', 'common'])
	const language = useLanguage()
	const { id, whole, missing, facts, texts, similar, follows, standing } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		refusal: (code) => t(`proposing:refused.${code as 'incomplete'}`),
	})
	return (
		<DraftFrame id={id} step="check" lead={t('proposing:check.lead')}>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			{!whole && <Missing id={id} missing={missing} />}
			<Facts {...facts} />
			{similar.length > 0 && (
				<section className="stack">
					<Heading level={2}>{t('proposing:similar.title')}</Heading>
					<p>{t('proposing:similar.text')}</p>
					<SimilarPetitions similar={similar} />
				</section>
			)}
			<Texts texts={texts} />
			<WhatFollows {...follows} />
			{standing.level < standing.needed ? (
				<LevelFirst standing={standing} next={draftPath(language, id, 'check')} />
			) : (
				whole && (
					<Form method="post" className="actions">
						<Button name="intent" value="open" icon="people">
							{t(follows.need ? 'proposing:check.open' : 'proposing:check.publish')}
						</Button>
					</Form>
				)
			)}
			<Details summary={t('proposing:check.discard')}>
				<Form method="post" className="stack">
					<p>{t('proposing:check.discardText')}</p>
					<p className="actions">
						<Button name="intent" value="discard" color="danger" variant="secondary">
							{t('proposing:check.discardButton')}
						</Button>
					</p>
				</Form>
			</Details>
		</DraftFrame>
	)
}
