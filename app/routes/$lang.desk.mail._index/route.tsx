import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administrationPath, deskLetterPath, deskMailPath, deskPath, inquiryPath } from '#app/links.ts'
import { MAIL_FILTERS } from '#app/mail/filters.ts'
import { heldMail, MAIL_A_PAGE, mailList } from '#app/mail/find.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { DESK_ROLES } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, ...DESK_ROLES, 'administrator')
	const address = new URL(request.url).searchParams
	const filter = MAIL_FILTERS.find((one) => one === address.get('filter')) ?? 'held'
	const page = Math.max(1, Number.parseInt(address.get('page') ?? '1', 10) || 1)
	const { readOwn } = await store()
	const [{ rows, total }, held] = await Promise.all([
		mailList(readOwn, person, filter, page),
		heldMail(readOwn, person),
	])
	const title = translator(pageLanguage(params))('desk:mail.title')
	const pages = Math.ceil(total / MAIL_A_PAGE)
	return { title, rows, pages, held, filter, page, desk: person.desk }
}

export default function Mail() {
	const { rows, pages, held, filter, page, desk } = useLoaderData<typeof loader>()
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const at = (changed: { filter?: string; page?: number }) =>
		deskMailPath(language, { filter: filter === 'held' ? undefined : filter, ...changed })
	return (
		<div className="stack">
			<p>
				{desk ? (
					<TextLink href={deskPath(language)}>{t('mail.toDesk')}</TextLink>
				) : (
					<TextLink href={administrationPath(language, 'bodies')}>{t('mail.toAdministration')}</TextLink>
				)}
			</p>
			<Heading level={1}>{t('mail.title')}</Heading>
			<p className="lead">{t('mail.about')}</p>
			<Filters
				label={t('list.show')}
				places={MAIL_FILTERS.map((one) => ({
					label: t(`mail.filter.${one}`),
					href: at({ filter: one === 'held' ? undefined : one }),
					current: one === filter,
					count: one === 'held' ? held || undefined : undefined,
				}))}
			/>
			{rows.length === 0 ? (
				<EmptyState icon="letter" heading={t('mail.none')} />
			) : (
				<Table
					caption={t('mail.title')}
					hideCaption
					stacked
					columns={[
						{ label: t('mail.column.letter') },
						{ label: t('mail.column.received') },
						{ label: t('mail.column.why') },
					]}
					rows={rows.map((row) => ({
						key: row.id,
						cells: [
							<span key="letter">
								<TextLink href={deskLetterPath(language, row.id)}>
									{row.subject || t('mail.noSubject')}
								</TextLink>{' '}
								<span className="quiet">{row.senderName || row.sender || t('mail.nobody')}</span>
							</span>,
							<Time key="received" at={row.receivedAt} format="short" />,
							<span key="why">
								{row.reason ? t(`mail.reason.${row.reason as 'list'}`) : t(`mail.state.${row.state}`)}{' '}
								{row.number && <TextLink href={inquiryPath(language, row.number)}>{row.number}</TextLink>}
							</span>,
						],
					}))}
				/>
			)}
			<Pager
				page={page}
				pages={pages}
				hrefFor={(number) => at({ page: number })}
				words={{ label: t('mail.pages'), previous: t('list.previous'), next: t('list.next') }}
			/>
		</div>
	)
}
