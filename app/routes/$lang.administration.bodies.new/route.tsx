import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BODIES_KEY, createBody } from '#app/administration/bodies.server.ts'
import { BodyForm } from '#app/administration/body-form.tsx'
import { bodyWords } from '#app/administration/fields.ts'
import { bodyTree } from '#app/administration/find.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { administeredPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const profile = profileById(configuration().JURISDICTION)
	return {
		title: translator(pageLanguage(params))('oversight:bodies.creating'),
		others: (await bodyTree(readOwn)).filter(({ closedAt }) => !closedAt),
		usualClose: profile.time.office_close,
		petitions: { competences: Object.keys(profile.petition.competences), needed: [] },
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const form = await readForm(request, bodyWords)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const profile = profileById(configuration().JURISDICTION)
	const outcome = await write(BODIES_KEY, (tx) =>
		createBody(tx, { words: form.value, profile, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, FIELDS[outcome.refusal]) }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'bodies', outcome.value.bodyId, { saved: 1 }))
}

const FIELDS: Record<string, string | undefined> = {
	'code-taken': 'code',
	'no-parent': 'parentId',
	'unbound-above': 'unbound',
	'no-competence': 'competence',
	'population-needed': 'population',
	'population-unsourced': 'populationSource',
}

export default function NewBody() {
	const { t } = useTranslation('oversight')
	const { others, usualClose, petitions } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<div className="stack">
			<Heading level={1}>{t('bodies.creating')}</Heading>
			<BodyForm others={others} usualClose={usualClose} petitions={petitions} reply={answer?.form} />
		</div>
	)
}
