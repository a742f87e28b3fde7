import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { generalOf, rulesOf, unsureIn } from '#app/administration/profile-rows.ts'
import { GeneralTable, RuleTable } from '#app/administration/profile-tables.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findProfile, PROFILES, profileById } from '#app/jurisdictions/profiles.ts'
import { administrationPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { reachableLevel } from '#app/people/level.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const address = new URL(request.url).searchParams
	const profile = findProfile(address.get('profile') ?? '') ?? profileById(configuration().JURISDICTION)
	const t = translator(pageLanguage(params))
	// A table is counted on the page of the calendar, and its days are many.
	const { calendar, ...values } = profile
	return {
		title: t('oversight:profile.title', { place: t(`law:profile.${profile.id as 'KZ'}`) }),
		id: profile.id,
		version: profile.version,
		all: PROFILES.map(({ id }) => id),
		sure: address.get('sure') === 'confirm' ? ('confirm' as const) : undefined,
		unsure: unsureIn({ ...values, conf: calendar.conf }),
		rules: rulesOf(profile),
		general: generalOf(profile),
		reached: {
			needed: profile.identity.levels.inquiry.level,
			reachable: await reachableLevel((await store()).read),
		},
	}
}

const AREAS = ['inquiry', 'petition', 'hearing'] as const

export default function ProfileInForce() {
	const { t } = useTranslation(['oversight', 'law', 'people'])
	const language = useLanguage()
	const { title, id, version, all, sure, unsure, rules, general, reached } = useLoaderData<typeof loader>()
	const at = (changed: object) => administrationPath(language, 'profile', { profile: id, sure, ...changed })
	const shown = <Row extends { conf: string }>(rows: readonly Row[]) =>
		rows.filter(({ conf }) => !sure || conf === sure)
	return (
		<div className="stack" data-gap="wide">
			<div className="stack">
				<Heading level={1}>{title}</Heading>
				<p className="quiet">{t('oversight:profile.version', { version })}</p>
				<p>{t('oversight:profile.lead')}</p>
				{reached.reachable < reached.needed && (
					<Notice tone="warning" heading={t('oversight:profile.noWayUp')}>
						<p>
							{t('oversight:profile.noWayUpText', {
								needed: t(`people:level.${reached.needed as 1}`),
								reachable: t(`people:level.${reached.reachable as 1}`),
							})}
						</p>
					</Notice>
				)}
				<Filters
					label={t('oversight:profile.others')}
					places={all.map((one) => ({
						label: t(`law:profile.${one as 'KZ'}`),
						href: at({ profile: one }),
						current: one === id,
					}))}
				/>
				<Filters
					label={t('oversight:profile.show')}
					places={[
						{ label: t('oversight:profile.everything'), href: at({ sure: undefined }), current: !sure },
						{
							label: t('oversight:profile.unsure', { count: unsure }),
							href: at({ sure: 'confirm' }),
							current: sure === 'confirm',
						},
					]}
				/>
			</div>
			<GeneralTable rows={shown(general)} />
			{AREAS.map((area) => (
				<RuleTable key={area} area={area} rows={shown(rules.filter((rule) => rule.area === area))} />
			))}
		</div>
	)
}
