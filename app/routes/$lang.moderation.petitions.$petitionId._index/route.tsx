import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath, petitionPagePath, petitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { ModeratedHead } from '#app/petitions/moderated-head.tsx'
import { type PetitionAct, refusalToAct, SIGNED_IN_STATES } from '#app/petitions/petition.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { moderatedPage } from './moderated.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, person, shown } = await moderatedPage(request, params)
	const may = (act: PetitionAct) => refusalToAct(act, person, { petition }) === undefined
	const signed = may('invalidate')
	return {
		title: `${shown.number} ${shown.heading}`,
		shown,
		counter: may('link-counter'),
		pages: [
			...(may('check') ? (['check'] as const) : []),
			...(may('inform-media') ? (['media', 'updates'] as const) : []),
			...(signed ? (['sending', 'sources', 'invalidations', 'review'] as const) : []),
			...(SIGNED_IN_STATES.includes(petition.state) ? (['sheets'] as const) : []),
		],
	}
}

export default function ModeratedPetition() {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const { shown, pages, counter } = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="wide">
			<ModeratedHead shown={shown} />
			<section className="stack">
				<Heading level={2}>{t('moderation.all')}</Heading>
				<ul className="plain-list stack" data-gap="tight">
					<li>
						<TextLink href={petitionPath(language, shown.number)}>{t('moderation.public')}</TextLink>
					</li>
					{pages.map((page) => (
						<li key={page}>
							<TextLink href={moderatedPetitionPath(language, shown.id, page)}>
								{t(`moderation.page.${page}`)}
							</TextLink>
						</li>
					))}
					{counter && (
						<li>
							<TextLink href={petitionPagePath(language, shown.number, 'counter')}>
								{t('moderation.page.counter')}
							</TextLink>
						</li>
					)}
				</ul>
			</section>
		</div>
	)
}
