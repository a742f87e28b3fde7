import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodyTree, heldRoles, ROLES_A_PAGE } from '#app/administration/find.server.ts'
import { ROLES } from '#app/administration/role.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath, administrationPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const language = pageLanguage(params)
	const { readOwn } = await store()
	const address = new URL(request.url).searchParams
	const email = address.get('email')?.trim()
	const found = email ? await personByEmail(readOwn, email) : undefined
	if (found) throw redirect(administeredPath(language, 'people', found.id))

	const bodies = await bodyTree(readOwn)
	const role = ROLES.find((one) => one === address.get('role'))
	const body = bodies.find(({ code }) => code === address.get('body'))
	const page = Math.max(1, Math.trunc(Number(address.get('page')) || 1))
	const { total, rows } = await heldRoles(readOwn, administrator, { role, bodyId: body?.id, page })
	return {
		title: translator(language)('oversight:people.title'),
		email,
		role,
		body: body?.code,
		bodies: bodies.map(({ code, names }) => ({ code, names })),
		page,
		pages: Math.ceil(total / ROLES_A_PAGE),
		total,
		rows,
	}
}

export default function People() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { email, role, body, bodies, page, pages, total, rows } = useLoaderData<typeof loader>()
	const at = (changed: object) => administrationPath(language, 'people', { role, body, ...changed })
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{t('people.title')}</Heading>
			<form method="get" className="stack">
				<Field
					name="email"
					type="email"
					label={t('people.email')}
					defaultValue={email}
					error={email && t('people.nobody')}
				/>
				<div className="actions">
					<Button>{t('people.search')}</Button>
				</div>
			</form>
			<div className="stack">
				<Heading level={2} id="holders">
					{t('people.holders')}
				</Heading>
				<Filters
					label={t('people.role')}
					places={[
						{ label: t('all'), href: at({ role: undefined }), current: !role },
						...ROLES.map((one) => ({
							label: t(`role.${one}`),
							href: at({ role: one }),
							current: role === one,
						})),
					]}
				/>
				<form method="get" className="row">
					{role && <input type="hidden" name="role" value={role} />}
					<Field
						name="body"
						type="select"
						label={t('people.body')}
						options={[
							{ value: '', label: t('all') },
							...bodies.map(({ code, names }) => ({ value: code, label: names[language] })),
						]}
						defaultValue={body}
					/>
					<Button variant="secondary">{t('breaches.show')}</Button>
				</form>
				<p>{t('people.count', { count: total })}</p>
				{rows.length === 0 ? (
					<EmptyState icon="people" heading={t('people.none')}>
						{t('people.noneText')}
					</EmptyState>
				) : (
					<Table
						caption={t('people.holders')}
						hideCaption
						stacked
						columns={[
							{ label: t('column.person') },
							{ label: t('column.role') },
							{ label: t('people.body') },
							{ label: t('column.since') },
						]}
						rows={rows.map(({ id, role: held, person, body: of, grantedAt }) => ({
							key: id,
							cells: [
								<span key="person">
									<TextLink href={administeredPath(language, 'people', person.id)}>{person.name}</TextLink>{' '}
									<span className="quiet small">{person.email}</span>
								</span>,
								t(`role.${held}`),
								of?.names[language] ?? t('people.everywhere'),
								<Time key="since" at={grantedAt} />,
							],
						}))}
					/>
				)}
				<Pager
					page={page}
					pages={pages}
					hrefFor={(other) => at({ page: other })}
					words={{ label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next') }}
				/>
			</div>
		</div>
	)
}
