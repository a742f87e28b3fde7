import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodyTree } from '#app/administration/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import { administeredPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('oversight:bodies.title'),
		bodies: await bodyTree(readOwn),
	}
}

export default function Bodies() {
	const { t } = useTranslation('oversight')
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	const { bodies } = useLoaderData<typeof loader>()
	return (
		<div className="stack">
			<Heading level={1}>{t('bodies.title')}</Heading>
			<p>{t('bodies.lead')}</p>
			<div className="row" data-between>
				<p>{t('bodies.count', { count: bodies.length })}</p>
				<LinkButton variant="secondary" href={administeredPath(language, 'bodies', 'new')}>
					{t('bodies.create')}
				</LinkButton>
			</div>
			<Table
				caption={t('bodies.title')}
				hideCaption
				stacked
				columns={[
					{ label: t('column.name') },
					{ label: t('column.code') },
					{ label: t('bodies.region') },
					{ label: t('bodies.deskEmail') },
					{ label: t('bodies.officeClose') },
				]}
				rows={bodies.map(({ id, code, names, depth, region, deskEmail, officeClose, closedAt }) => ({
					key: id,
					tone: closedAt ? 'quiet' : undefined,
					cells: [
						<span key="name">
							{depth > 0 && <span aria-hidden="true">{'– '.repeat(depth)}</span>}
							<TextLink href={administeredPath(language, 'bodies', id)}>{names[language]}</TextLink>{' '}
							{closedAt && <Tag>{t('admin.closed')}</Tag>}
						</span>,
						code,
						regionName(law, region),
						deskEmail,
						officeClose,
					],
				}))}
			/>
		</div>
	)
}
