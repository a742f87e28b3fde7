import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BODIES_KEY, changeBody } from '#app/administration/bodies.server.ts'
import { BodyForm } from '#app/administration/body-form.tsx'
import { bodyWords } from '#app/administration/fields.ts'
import { bodyById, bodyTree, officeList } from '#app/administration/find.server.ts'
import { OfficeTable } from '#app/administration/office-table.tsx'
import { dayIn } from '#app/deadlines/day.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { populationOf } from '#app/jurisdictions/populations.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { thresholdsFor } from '#app/jurisdictions/threshold.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const body = await bodyById(readOwn, params.bodyId ?? '')
	if (!body) throw notFound()
	const tree = await bodyTree(readOwn)
	const profile = profileById(configuration().JURISDICTION)
	const address = new URL(request.url).searchParams
	const regional = populationOf(body.region)
	const filled = address.get('fill') === 'population' ? regional : undefined
	return {
		title: body.names[pageLanguage(params)],
		body: filled
			? { ...body, population: filled.people, populationOn: filled.on, populationSource: filled.src }
			: body,
		petitions: {
			competences: Object.keys(profile.petition.competences),
			needed: thresholdsFor(profile, body) ?? [],
			regional: filled || regional?.people === body.population ? undefined : regional,
		},
		others: tree.filter(({ id, closedAt }) => id !== body.id && !closedAt),
		offices: await officeList(readOwn, dayIn(zoneInForce(), new Date()), body.id),
		usualClose: profile.time.office_close,
		saved: address.has('saved'),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const bodyId = params.bodyId ?? ''
	const form = await readForm(request, bodyWords)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const profile = profileById(configuration().JURISDICTION)
	const outcome = await write(BODIES_KEY, (tx) =>
		changeBody(tx, { bodyId, words: form.value, profile, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, FIELDS[outcome.refusal]) }, 409)
	throw redirect(administeredPath(pageLanguage(params), 'bodies', bodyId, { saved: 1 }))
}

const FIELDS: Record<string, string | undefined> = {
	'code-taken': 'code',
	'no-parent': 'parentId',
	'unbound-above': 'unbound',
	circle: 'parentId',
	'no-competence': 'competence',
	'population-needed': 'population',
	'population-unsourced': 'populationSource',
}

export default function OneBody() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { body, others, petitions, offices, usualClose, saved } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>
				{body.names[language]} {body.closedAt && <Tag>{t('admin.closed')}</Tag>}
			</Heading>
			{saved && !answer && <Notice tone="success" heading={t('admin.saved')} />}
			{!body.closedAt && (
				<BodyForm
					body={body}
					others={others}
					usualClose={usualClose}
					petitions={petitions}
					reply={answer?.form}
				/>
			)}
			{body.closedAt && (
				<div className="actions">
					<LinkButton variant="secondary" href={`${administeredPath(language, 'bodies', body.id)}/reopening`}>
						{t('bodies.reopen')}
					</LinkButton>
				</div>
			)}
			<div className="stack">
				<Heading level={2} id="offices">
					{t('bodies.officesOf')}
				</Heading>
				<OfficeTable offices={offices} caption={t('bodies.officesOf')} empty={t('bodies.noOffices')} />
				{!body.closedAt && (
					<div className="actions">
						<LinkButton
							variant="secondary"
							href={administeredPath(language, 'offices', 'new', { body: body.id })}
						>
							{t('offices.create')}
						</LinkButton>
						<LinkButton
							variant="tertiary"
							color="danger"
							href={`${administeredPath(language, 'bodies', body.id)}/closing`}
						>
							{t('bodies.close')}
						</LinkButton>
					</div>
				)}
			</div>
		</div>
	)
}
