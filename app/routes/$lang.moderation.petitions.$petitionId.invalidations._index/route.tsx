import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { countChosen, invalidationsOf, keepTrial } from '#app/invalidations/invalidate.server.ts'
import { criterionOf } from '#app/invalidations/invalidation.ts'
import { InvalidationTag } from '#app/invalidations/invalidation-tag.tsx'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { invalidationPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { moderatedPetition } from '#app/petitions/moderated.server.ts'
import { fromTyped, TYPED } from '#app/petitions/moment.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { PetitionWork } from '#app/petitions/petition-work.tsx'
import { store } from '#app/store.server.ts'
import { Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { type InvalidationConditions, SIGNATURE_METHODS } from '#db/schema/petitions.ts'
import { ConditionsForm } from './conditions-form.tsx'

export const meta = pageTitle

const hash = z
	.string()
	.regex(/^[\w-]{4,64}$/)
	.optional()
const moment = z.string().regex(TYPED, 'moment').optional()

const SENT = z.object({
	intent: z.enum(['choose', 'try']),
	address: hash,
	network: hash,
	domain: z.string().toLowerCase().max(253).optional(),
	// At least two letters: a star alone is everybody.
	name: z
		.string()
		.max(100)
		.regex(/\p{L}.*\p{L}/u, 'pattern')
		.optional(),
	region: z.string().max(10).optional(),
	method: z.enum(SIGNATURE_METHODS).optional(),
	level: z.coerce.number().int().min(1).max(3).optional(),
	from: moment,
	until: moment,
	state: z.enum(['confirmed', 'review']).default('confirmed'),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { head, petition } = await moderatedPetition(request, params)
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('invalidating:invalidations.title'),
		head,
		regions: [...regionsOf(petition.profileId), 'abroad', 'unknown'],
		invalidations: (await invalidationsOf(readOwn, head.id)).map(
			({ id, state, criterion, found, removed, triedAt }) => ({
				id,
				state,
				criterion,
				found,
				removed,
				triedAt,
			}),
		),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { moderator: actor, head } = await moderatedPetition(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { intent, ...sent } = form.value
	if (intent === 'choose') return data({ form: form.unchanged() })

	const conditions = conditionsIn(sent)
	if (!criterionOf(conditions)) return data({ form: form.refuse('no-condition', 'network') }, 422)
	const { readOwn, write } = await store()
	const counted = await countChosen(readOwn, head.id, conditions)
	const acting = { petitionId: head.id, actor, now: new Date() }
	const outcome = await write(petitionKey(head.id), (tx) =>
		keepTrial(tx, { ...acting, conditions, ...counted }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(invalidationPath(pageLanguage(params), head.id, outcome.value.invalidationId))
}

type Sent = Omit<z.output<typeof SENT>, 'intent'>

/** Only what was asked for, so that what is kept reads as what was asked. */
function conditionsIn({ from, until, state, ...sent }: Sent): InvalidationConditions {
	const given = Object.entries(sent).filter(([, value]) => value !== undefined)
	return {
		...Object.fromEntries(given),
		...(from && { from: fromTyped(from).toISOString() }),
		...(until && { until: fromTyped(until).toISOString() }),
		state,
	}
}

export default function Invalidations() {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	const { title, head, regions, invalidations } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<PetitionWork head={head} page="invalidations" heading={title}>
			<p>{t('invalidations.lead')}</p>
			<ConditionsForm regions={regions} reply={answer?.form} />
			<Table
				caption={t('invalidations.list')}
				stacked
				columns={[
					{ label: t('invalidations.when') },
					{ label: t('invalidations.criterion') },
					{ label: t('invalidations.state') },
					{ label: t('invalidations.found'), numeric: true },
					{ label: t('invalidations.removed'), numeric: true },
				]}
				empty={t('invalidations.none')}
				rows={invalidations.map(({ id, state, criterion, found, removed, triedAt }) => ({
					key: id,
					cells: [
						<TextLink key="when" href={invalidationPath(language, head.id, id)}>
							<Time at={triedAt} format="short" />
						</TextLink>,
						t(`criterion.${criterion as 'source'}`),
						<InvalidationTag key="state" state={state} />,
						numberInWords(language, found),
						numberInWords(language, removed),
					],
				}))}
			/>
		</PetitionWork>
	)
}
