import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodiesNamed } from '#app/bodies/find.server.ts'
import { petitionsWaiting } from '#app/considerations/desk.server.ts'
import { requestsWaiting } from '#app/hearings/own.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { BADGE_CAP, deskCount, deskList } from '#app/inquiries/desk.server.ts'
import { DESK_FILTERS, DESK_SIZE, type DeskFilter, deskPlaceOf, queryOf } from '#app/inquiries/desk.ts'
import { rowStanding } from '#app/inquiries/row-standing.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { deskHearingsPath, deskMailPath, deskPagePath, deskPath, deskPetitionsPath } from '#app/links.ts'
import { heldMail } from '#app/mail/find.server.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { DESK_ROLES, deskBodies } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { configuration } from '#server/configuration.ts'
import { DeskKeys } from './desk-keys.tsx'
import { DeskTable } from './desk-table.tsx'

export const handle = { script: '/desk-keys.js' } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, ...DESK_ROLES)
	const language = pageLanguage(params)
	const { readOwn } = await store()
	const law = await lawOf(readOwn, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const place = deskPlaceOf(new URL(request.url).searchParams)
	const query = { ...place, today }

	const [rows, total, counts, bodies, held, petitions, hearings] = await Promise.all([
		deskList(readOwn, person, query),
		deskCount(readOwn, person, query),
		Promise.all(
			(['overdue', 'today', 'to-sign', 'unassigned', 'mine'] as const).map(async (one) => [
				one,
				badge(await deskCount(readOwn, person, { ...query, filter: one }, BADGE_CAP)),
			]),
		),
		bodiesNamed(readOwn, deskBodies(person)),
		heldMail(readOwn, person),
		petitionsWaiting(readOwn, person),
		requestsWaiting(readOwn, person),
	])
	return {
		title: translator(language)('desk:list.title'),
		rows: rows.map((row) => ({ ...row, told: rowStanding(row, today, law.calendar) })),
		total,
		counts: Object.fromEntries(counts) as Partial<Record<DeskFilter, number | string>>,
		bodies,
		held,
		petitions,
		hearings,
		...place,
		today,
		// Clerks and approvers register and route; executors write.
		registers: person.roles.some(({ role }) => role === 'clerk' || role === 'approver'),
		writes: person.roles.some(({ role }) => role === 'executor' || role === 'approver'),
	}
}

const badge = (count = 0) => (count >= BADGE_CAP ? `${BADGE_CAP}+` : count || undefined)

export default function Desk() {
	const { rows, total, counts, bodies, held, petitions, hearings, filter, bodyId, page, registers, writes } =
		useLoaderData<typeof loader>()
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const at = (changed: Record<string, string | number | undefined>) =>
		deskPath(language, { filter: filter === 'open' ? undefined : filter, body: bodyId, ...changed })

	return (
		<div className="stack">
			<Heading level={1}>{t('list.title')}</Heading>
			<Filters
				label={t('list.show')}
				places={DESK_FILTERS.map((one) => ({
					label: t(`filter.${one}`),
					href: at({ filter: one === 'open' ? undefined : one }),
					current: one === filter,
					count: counts[one],
				}))}
			/>
			{bodies.length > 1 && (
				<Filters
					label={t('list.body')}
					places={[
						{ label: t('list.allBodies'), href: at({ body: undefined }), current: !bodyId },
						...bodies.map((body) => ({
							label: body.names[language],
							href: at({ body: body.id }),
							current: body.id === bodyId,
						})),
					]}
				/>
			)}
			<p className="tabular">{t('list.count', { count: total })}</p>
			<form method="get" action={deskPagePath(language, 'bulk')} className="desk">
				{rows.length === 0 ? (
					<EmptyState icon="tick" heading={t(`empty.${filter}`)}>
						{t('empty.next')}
					</EmptyState>
				) : (
					<DeskTable rows={rows} from={queryOf({ filter, bodyId, page })} />
				)}
				<div className="actions">
					{registers && rows.length > 0 && (
						<Button variant="secondary" size="sm">
							{t('list.bulk')}
						</Button>
					)}
					{registers && (
						<LinkButton variant="secondary" size="sm" icon="paper" href={deskPagePath(language, 'entry')}>
							{t('list.entry')}
						</LinkButton>
					)}
					<LinkButton variant="tertiary" size="sm" icon="people" href={deskPetitionsPath(language)}>
						{petitions > 0 ? t('list.petitionsWaiting', { count: petitions }) : t('list.petitions')}
					</LinkButton>
					<LinkButton variant="tertiary" size="sm" icon="calendar" href={deskHearingsPath(language)}>
						{hearings > 0 ? t('list.hearingsWaiting', { count: hearings }) : t('list.hearings')}
					</LinkButton>
					<LinkButton variant="tertiary" size="sm" icon="letter" href={deskMailPath(language)}>
						{held > 0 ? t('list.mailHeld', { count: held }) : t('list.mail')}
					</LinkButton>
					<LinkButton variant="tertiary" size="sm" href={deskPagePath(language, 'snippets')}>
						{t('list.snippets')}
					</LinkButton>
					{writes && (
						<LinkButton variant="tertiary" size="sm" href={deskPagePath(language, 'posts')}>
							{t('list.posts')}
						</LinkButton>
					)}
					<LinkButton variant="tertiary" size="sm" href={deskPagePath(language, 'calendar')}>
						{t('list.calendar')}
					</LinkButton>
				</div>
			</form>
			<Pager
				page={page}
				pages={Math.ceil(total / DESK_SIZE)}
				hrefFor={(number) => at({ page: number })}
				words={{ label: t('list.pages'), previous: t('list.previous'), next: t('list.next') }}
			/>
			<DeskKeys />
		</div>
	)
}
