import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { treeOfBodies } from '#app/bodies/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'
import { Branches } from './branches.tsx'

export const meta = pageTitle

export async function loader({ params }: LoaderFunctionArgs) {
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	return {
		title: translator(pageLanguage(params))('blogs:bodies.title'),
		branches: await treeOfBodies(read, legalDay(law, new Date())),
	}
}

export default function Bodies() {
	const { t } = useTranslation('blogs')
	const { branches } = useLoaderData<typeof loader>()
	return (
		<>
			<header className="page-heading">
				<Heading level={1}>{t('bodies.title')}</Heading>
				<p className="lead">{t('bodies.lead')}</p>
			</header>
			{branches.length > 0 ? (
				<Branches branches={branches} />
			) : (
				<EmptyState icon="body" heading={t('bodies.empty')}>
					{t('bodies.emptyNext')}
				</EmptyState>
			)}
		</>
	)
}
