import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newUpdatePath, petitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { actorOf } from '#app/people/session.server.ts'
import { refusalToAct } from '#app/petitions/petition.ts'
import { publicPetition } from '#app/petitions/public.server.ts'
import { allUpdatesOf, updatesOf } from '#app/petitions/updates.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { OwnUpdates } from './own-updates.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const actor = await actorOf(request)
	const { read, petition, head } = await publicPetition(params)
	const { readOwn } = await store()
	const own = actor.personId !== null && actor.personId === petition.authorId
	return {
		title: `${translator(pageLanguage(params))('invalidating:updates.title')} ${head.number}`,
		head,
		updates: await updatesOf(own ? readOwn : read, head.id),
		mine: own ? (await allUpdatesOf(readOwn, head.id)).filter(({ state }) => state !== 'published') : [],
		mayWrite: refusalToAct('write-update', actor, { petition }) === undefined,
	}
}

export default function Updates() {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	const { head, updates, mine, mayWrite } = useLoaderData<typeof loader>()
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<p className="tabular">
					<TextLink href={petitionPath(language, head.number)}>{head.number}</TextLink>
				</p>
				<Heading level={1}>{t('updates.title')}</Heading>
				<p className="lead" lang={head.language}>
					{head.title}
				</p>
			</header>
			{mayWrite && (
				<div className="actions">
					<LinkButton href={newUpdatePath(language, head.number)} icon="pen">
						{t('updates.new')}
					</LinkButton>
				</div>
			)}
			<OwnUpdates updates={mine} />
			{updates.length === 0 && <EmptyState icon="letter" heading={t('updates.none')} />}
			{updates.map(({ id, language: written, title, html, at }) => (
				<article key={id} className="stack" aria-labelledby={id}>
					<Heading level={2} id={id} lang={written}>
						{title}
					</Heading>
					{at && (
						<p className="quiet">
							<Time at={at} />
						</p>
					)}
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
					<div className="prose" lang={written} dangerouslySetInnerHTML={{ __html: html }} />
				</article>
			))}
		</div>
	)
}
