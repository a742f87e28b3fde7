import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { officeList } from '#app/administration/find.server.ts'
import { OfficeTable } from '#app/administration/office-table.tsx'
import { dayIn } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('oversight:offices.title'),
		offices: await officeList(readOwn, dayIn(zoneInForce(), new Date())),
	}
}

export default function Offices() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { offices } = useLoaderData<typeof loader>()
	return (
		<div className="stack">
			<Heading level={1}>{t('offices.title')}</Heading>
			<p>{t('offices.lead')}</p>
			<div className="row" data-between>
				<p>{t('offices.count', { count: offices.length })}</p>
				<LinkButton variant="secondary" href={administeredPath(language, 'offices', 'new')}>
					{t('offices.create')}
				</LinkButton>
			</div>
			<OfficeTable offices={offices} caption={t('offices.title')} empty={t('bodies.noOffices')} named />
		</div>
	)
}
