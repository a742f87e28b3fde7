import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DISCUSSION, dutiesOf, openDuties } from '#app/considerations/consider.ts'
import { ConsiderationView } from '#app/considerations/consideration-view.tsx'
import { petitionOnDesk, shownOnDesk } from '#app/considerations/desk.server.ts'
import { keepPetitionPromise } from '#app/considerations/promises.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPetitionPath, deskPetitionsPath, petitionPagePath, petitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { PetitionText } from '#app/petitions/petition-text.tsx'
import { PromisesToKeep } from '#app/promises/promises-to-keep.tsx'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const now = new Date()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), now)
	const { shown, considered } = await shownOnDesk(readOwn, opened, person, now)
	const { consideration, law, kept, acts } = opened
	const open = openDuties(law.profile, kept)
	return {
		title: `${shown.number} ${shown.original?.title ?? ''}`,
		petition: shown,
		considered,
		steps: {
			duties:
				acts.includes('keep-record') &&
				open.some((duty) => duty !== DISCUSSION || consideration.discussionOn),
			discussion:
				acts.includes('keep-record') &&
				dutiesOf(law.profile).includes(DISCUSSION) &&
				open.includes(DISCUSSION),
			decision: acts.includes('decide'),
			statement: acts.includes('state-publicly') && !consideration.statementAt,
			signatures: acts.includes('take-list'),
		},
		open: acts.includes('decide') ? open : [],
		promises: acts.includes('keep-promise') ? (considered.decision?.promises ?? []) : [],
		list: { takenAt: consideration.listTakenAt, receivedAt: consideration.listReceivedAt },
	}
}

const SENT = z.object({
	intent: z.literal('kept'),
	promiseId: z.coerce.number().int().min(0),
	kept: z.string().min(1).max(2000),
})

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const { readOwn, write } = await store()
	const now = new Date()
	const opened = await petitionOnDesk(readOwn, actor, String(params.considerationId), now)
	const { petition, consideration } = opened
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { promiseId: position, kept: note } = form.value
	const act = { petitionId: petition.id, considerationId: consideration.id, actor, now, position, note }
	const outcome = await write(petitionKey(petition.id), (tx) => keepPetitionPromise(tx, act))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
}

const STEPS = ['discussion', 'duties', 'decision', 'statement', 'signatures'] as const

export default function DeskPetition() {
	const { petition, considered, steps, open, promises, list } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['considering', 'law', 'common'])
	const filled = useFormOf('considering', useActionData<{ form?: FormReply }>()?.form)
	const language = useLanguage()
	const { number, original } = petition
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPetitionsPath(language)}>{t('considering:desk.all')}</TextLink>
				{' · '}
				<TextLink href={petitionPath(language, number)}>{t('considering:desk.public')}</TextLink>
			</p>
			<Heading level={1} lang={original?.language}>
				{original?.title ?? number}
			</Heading>
			<p className="quiet tabular">{number}</p>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<div className="desk">
				<div className="stack" data-gap="wide">
					<ConsiderationView
						consideration={considered}
						number={number}
						several={(petition.thresholds?.length ?? 0) > 1}
						clock={petitionPagePath(language, number, 'clock')}
					/>
					<PetitionText petition={petition} />
				</div>
				<div className="desk-case stack">
					<Heading level={2}>{t('considering:desk.steps')}</Heading>
					{open.length > 0 && (
						<Notice tone="info" heading={t('considering:desk.before')}>
							<ul className="ds-list">
								{open.map((duty) => (
									<li key={duty}>{t(`law:petition.duty.${duty as 'commission_with_starter'}`)}</li>
								))}
							</ul>
						</Notice>
					)}
					<div className="stack">
						{STEPS.filter((step) => steps[step]).map((step) => (
							<LinkButton
								key={step}
								variant={step === 'decision' && open.length === 0 ? 'primary' : 'secondary'}
								href={deskPetitionPath(language, considered.id, step)}
							>
								{t(`considering:${step}.title`)}
							</LinkButton>
						))}
					</div>
					<PromisesToKeep promises={promises} />
					<DefinitionList
						compact
						entries={[
							{
								term: t('considering:desk.now'),
								value: numberInWords(language, petition.confirmed),
							},
							{
								term: t('considering:signatures.taken'),
								value: list.takenAt && <Time at={list.takenAt} format="short" />,
							},
							{
								term: t('considering:signatures.received'),
								value: list.receivedAt && <Time at={list.receivedAt} format="short" />,
							},
						]}
					/>
				</div>
			</div>
		</div>
	)
}
