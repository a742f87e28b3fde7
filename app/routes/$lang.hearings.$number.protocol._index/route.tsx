import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingFilePath, hearingPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { objectionsOf, signedProtocol } from '#app/protocols/find.server.ts'
import { Objections } from '#app/protocols/objections.tsx'
import { printParts } from '#app/protocols/print-parts.ts'
import { ProtocolTerms } from '#app/protocols/protocol-terms.tsx'
import { ProtocolView } from '#app/protocols/protocol-view.tsx'
import { shownProtocol } from '#app/protocols/shown.ts'
import { termsOf } from '#app/protocols/terms.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number } = await publicHearing(params)
	const published = hearing.protocolPublishedAt ? await signedProtocol(read, hearing.id) : undefined
	const page = Number(new URL(request.url).searchParams.get('page')) || 1
	return {
		title: `${translator(pageLanguage(params))('protocols:of')} ${number}`,
		head,
		number,
		terms: termsOf(hearing),
		protocol: published && shownProtocol(published, page),
		prints: published ? printParts(published.content.groups).length : 0,
		objections: published ? await objectionsOf(read, hearing.id) : [],
	}
}

export default function Protocol() {
	const { t } = useTranslation('protocols')
	const language = useLanguage()
	const { head, number, terms, protocol, prints, objections } = useLoaderData<typeof loader>()
	return (
		<HearingFrame head={head} title={t('of')}>
			<ProtocolTerms terms={terms} />
			{protocol ? (
				<>
					<p className="row">
						{Array.from({ length: prints }, (_, at) => (
							<TextLink
								// biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
								key={at}
								href={hearingFilePath(number, 'protocol.pdf', { part: at > 0 ? at + 1 : undefined })}
							>
								{prints > 1 ? t('public.pdfPart', { number: at + 1, of: prints }) : t('public.pdf')}
							</TextLink>
						))}
						<TextLink href={hearingFilePath(number, 'protocol.json')}>{t('public.json')}</TextLink>
					</p>
					<ProtocolView
						protocol={protocol}
						hrefFor={(page) => `${hearingPagePath(language, number, 'protocol', { page })}#remarks`}
					/>
					<Objections number={number} until={terms.objectionsUntil} objections={objections} />
				</>
			) : (
				<EmptyState heading={t('public.none')} />
			)}
		</HearingFrame>
	)
}
