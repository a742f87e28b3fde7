import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { bodyTree, rolesOf } from '#app/administration/find.server.ts'
import { GrantForm } from '#app/administration/grant-form.tsx'
import { ROLES } from '#app/administration/role.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { factorsHad } from '#app/factors/find.server.ts'
import { resetFactors } from '#app/factors/reset.server.ts'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath, signInFactorPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import type { Outcome } from '#app/outcome.ts'
import type { PageHandle } from '#app/page-handle.ts'
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
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { FactorsOf } from './factors-of.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('grant'),
		role: z.enum(ROLES),
		bodyId: z.string().max(100).optional(),
		...FACTOR_SENT,
	}),
	z.object({ intent: z.literal('end'), roleId: z.string().max(100) }),
	z.object({ intent: z.literal('reset') }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const person = await personById(readOwn, params.personId ?? '')
	if (!person) throw notFound()
	const { id, fullName, email, assuranceLevel, emailConfirmedAt } = person
	return {
		title: fullName,
		person: { id, fullName, email, assuranceLevel, confirmed: emailConfirmedAt !== null },
		roles: await rolesOf(readOwn, id),
		bodies: (await bodyTree(readOwn)).filter(({ closedAt }) => !closedAt),
		factors: await factorsHad(readOwn, id),
		own: administrator.personId === id,
		wanted: await factorWanted(administrator),
		saved: new URL(request.url).searchParams.has('saved'),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const personId = params.personId ?? ''
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const now = new Date()
	const shown = await steppedUp({ request, context }, administrator, sent, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const actor = shown.value
	const { write } = await store()
	const outcome = await write(
		[GRANTS_KEY, `person:${personId}`],
		async (tx): Promise<Outcome<unknown, string>> => {
			if (sent.intent === 'end') return endRole(tx, { roleId: sent.roleId, actor, now })
			if (sent.intent === 'reset') return resetFactors(tx, { personId, actor, now })
			return grantRole(tx, { personId, role: sent.role, bodyId: sent.bodyId ?? null, actor, now })
		},
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
	const { person, roles, bodies, factors, own, wanted, saved } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const here = administeredPath(language, 'people', person.id)
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
								wanted ? (
									'–'
								) : (
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
									</Form>
								),
							],
						}))}
					/>
				)}
			</div>
			{wanted && (
				<Notice tone="warning">
					<p>{t('people.confirm')}</p>
					<TextLink href={signInFactorPath(language, { next: here })}>{t('people.show')}</TextLink>
				</Notice>
			)}
			<GrantForm bodies={bodies} reply={answer?.form} wanted={wanted} />
			<FactorsOf factors={factors} own={own} may={!wanted} />
		</div>
	)
}
