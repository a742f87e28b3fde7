import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { bodyTree, rolesOf } from '#app/administration/find.server.ts'
import { GrantForm } from '#app/administration/grant-form.tsx'
import { ROLES } from '#app/administration/role.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { personById } from '#app/people/find.server.ts'
import { endRole, GRANTS_KEY, grantRole } from '#app/people/grant.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('grant'), role: z.enum(ROLES), bodyId: z.string().max(100).optional() }),
	z.object({ intent: z.literal('end'), roleId: z.string().max(100) }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const person = await personById(readOwn, params.personId ?? '')
	if (!person) throw notFound()
	const { id, fullName, email, assuranceLevel, emailConfirmedAt } = person
	return {
		title: fullName,
		person: { id, fullName, email, assuranceLevel, confirmed: emailConfirmedAt !== null },
		roles: await rolesOf(readOwn, id),
		bodies: (await bodyTree(readOwn)).filter(({ closedAt }) => !closedAt),
		saved: new URL(request.url).searchParams.has('saved'),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const personId = params.personId ?? ''
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const now = new Date()
	const { write } = await store()
	const outcome = await write(GRANTS_KEY, async (tx) =>
		sent.intent === 'end'
			? endRole(tx, { roleId: sent.roleId, actor, now })
			: grantRole(tx, { personId, role: sent.role, bodyId: sent.bodyId ?? null, actor, now }),
	)
	if (!outcome.ok) {
		const field = sent.intent === 'grant' ? 'bodyId' : undefined
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	throw redirect(administeredPath(pageLanguage(params), 'people', personId, { saved: 1 }))
}

export default function OnePerson() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { person, roles, bodies, saved } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{person.fullName}</Heading>
			{saved && !answer && <Notice tone="success" heading={t('admin.saved')} />}
			<DefinitionList
				compact
				entries={[
					{ term: t('people.email'), value: person.email },
					{ term: t('people.confirmed'), value: t(person.confirmed ? 'people.yes' : 'people.no') },
					{ term: t('people.level'), value: String(person.assuranceLevel) },
				]}
			/>
			<div className="stack">
				<Heading level={2} id="roles">
					{t('people.roles')}
				</Heading>
				{roles.length === 0 ? (
					<p>{t('people.noRoles')}</p>
				) : (
					<Table
						caption={t('people.roles')}
						hideCaption
						stacked
						columns={[
							{ label: t('column.role') },
							{ label: t('people.body') },
							{ label: t('column.since') },
							{ label: t('column.act') },
						]}
						rows={roles.map(({ id, role, body, grantedAt }) => ({
							key: id,
							cells: [
								t(`role.${role}`),
								body?.names[language] ?? t('people.everywhere'),
								<Time key="since" at={grantedAt} />,
								<Form method="post" key="end">
									<input type="hidden" name="intent" value="end" />
									<Button
										name="roleId"
										value={id}
										variant="secondary"
										size="sm"
										aria-label={t('people.endOf', { role: t(`role.${role}`) })}
									>
										{t('people.end')}
									</Button>
								</Form>,
							],
						}))}
					/>
				)}
			</div>
			<GrantForm bodies={bodies} reply={answer?.form} />
		</div>
	)
}
