import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { takesAssessments } from '#app/dossiers/document.ts'
import { DocumentList } from '#app/dossiers/document-list.tsx'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { shownDocument } from '#app/dossiers/shown.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { POSITIONS } from '#app/hearings/sides.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const documents = await dossierOf(read, hearing.id)
	return {
		title: `${translator(language)('dossiers:title')} ${number}`,
		head,
		number,
		taken: takesAssessments(hearing),
		documents: documents.map((document) => shownDocument(document, hearing.announcedAt !== null)),
	}
}

export default function Dossier() {
	const { head, number, documents, taken } = useLoaderData<typeof loader>()
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	const of = (party: string) => documents.filter((document) => document.party === party)
	return (
		<HearingFrame head={head} title={t('title')}>
			<p>{t('lead')}</p>
			{(['initiator', 'authority'] as const).map(
				(party) =>
					(party === 'initiator' || of(party).length > 0) && (
						<section key={party} className="stack">
							<Heading level={2} size="md">
								{t(`party.${party}`)}
							</Heading>
							<DocumentList documents={of(party)} number={number} empty={t('none')} />
						</section>
					),
			)}
			<section className="stack">
				<Heading level={2} size="md">
					{t('party.other')}
				</Heading>
				<div className="grid">
					{POSITIONS.map((stance) => (
						<section key={stance} className="stack">
							<Heading level={3} size="sm">
								{t(`stance.${stance}`)}
							</Heading>
							<DocumentList
								documents={of('other').filter((document) => document.stance === stance)}
								number={number}
								empty={t(`noneOf.${stance}`)}
							/>
						</section>
					))}
				</div>
				{taken && (
					<p>
						{t('addWhere')}{' '}
						<TextLink href={hearingPagePath(language, number, 'dossier/new')}>{t('add')}</TextLink>
					</p>
				)}
			</section>
		</HearingFrame>
	)
}
