import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { dayInWords, numberInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { draftPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { petitionAddressees } from '#app/petitions/addressees.server.ts'
import { addressPetition } from '#app/petitions/draft.server.ts'
import { DraftFrame } from '#app/petitions/draft-frame.tsx'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { LONGEST } from '#app/petitions/petition.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { draftPage } from './draft-page.server.ts'

export const meta = pageTitle

const SENT = z.object({
	bodyId: z.string().min(1).max(100),
	representing: z.string().max(LONGEST.representing).default(''),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, law, language } = await draftPage(request, params)
	const { readOwn } = await store()
	const bodies = await petitionAddressees(readOwn, law.profile)
	return {
		title: translator(language)('proposing:addressee.title'),
		id: petition.id,
		bodyId: petition.bodyId,
		representing: petition.representing,
		// In the order of the law, which goes from the country to the village.
		groups: Object.keys(law.profile.petition.competences)
			.map((competence) => ({
				competence,
				bodies: bodies.filter((body) => body.competence === competence),
			}))
			.filter((group) => group.bodies.length > 0),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, language } = await draftPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const outcome = await write(petitionKey(act.petitionId), (tx) =>
		addressPetition(tx, { ...act, ...form.value }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(draftPath(language, act.petitionId, 'title'))
}

export default function Addressee() {
	const { t } = useTranslation(['proposing', 'law', 'common'])
	const language = useLanguage()
	const { id, groups, bodyId, representing } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { bodyId, representing },
		refusal: (code) => t(`proposing:refused.${code as 'no-body'}`),
	})
	if (groups.length === 0)
		return (
			<DraftFrame id={id} step="addressee">
				<EmptyState icon="body" heading={t('proposing:addressee.none')}>
					{t('proposing:addressee.noneText')}
				</EmptyState>
			</DraftFrame>
		)
	return (
		<DraftFrame id={id} step="addressee" lead={t('proposing:addressee.lead')}>
			<Form method="post" className="form">
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				{groups.map(({ competence, bodies }, index) => (
					<Choice
						key={competence}
						name="bodyId"
						id={index === 0 ? 'bodyId' : `bodyId-${competence}`}
						legend={t(`law:petition.body.${competence as 'central'}`)}
						description={t(`law:petition.competence.${competence as 'central'}`)}
						defaultValue={form.value('bodyId')}
						error={index === 0 ? form.problem('bodyId') : undefined}
						options={bodies.map((body) => ({
							value: body.id,
							label: body.names[language],
							description: <Needs {...body} />,
						}))}
					/>
				))}
				<Field
					name="representing"
					label={t('proposing:addressee.representing')}
					description={t('proposing:addressee.representingHelp')}
					optional={t('common:form.optional')}
					defaultValue={form.value('representing')}
					error={form.problem('representing')}
					maxLength={LONGEST.representing}
				/>
				<p className="actions">
					<Button>{t('proposing:step.next')}</Button>
				</p>
			</Form>
		</DraftFrame>
	)
}

type Body = ReturnType<typeof useLoaderData<typeof loader>>['groups'][number]['bodies'][number]

/** How many signatures, and of how many people where that is what they are counted from. */
function Needs({ thresholds, population, populationOn, populationSource }: Body) {
	const { t } = useTranslation(['proposing', 'law'])
	const language = useLanguage()
	const several = thresholds.length > 1
	const needs = thresholds.map(({ key, needed }) => {
		const said = t('proposing:addressee.needs', { count: needed, number: numberInWords(language, needed) })
		return several ? `${t(`law:petition.threshold.${key as 'national'}`)}: ${said}` : said
	})
	return (
		<>
			{needs.join('. ')}
			{population !== null && populationOn && (
				<span className="quiet">
					{'. '}
					{t('proposing:addressee.people', {
						people: numberInWords(language, population),
						on: dayInWords(language, populationOn, 'plain'),
						source: populationSource ?? '',
					})}
				</span>
			)}
		</>
	)
}
