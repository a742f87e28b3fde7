import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { agendaOf } from '#app/rooms/agenda.server.ts'
import { transcriptOf } from '#app/rooms/captions.server.ts'
import { paragraphsOf, underItems } from '#app/rooms/transcript.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const wanted = new URL(request.url).searchParams.get('language') ?? hearing.language
	const transcript = await transcriptOf(read, hearing.id, wanted)
	if (!transcript) throw notFound()
	const agenda = await agendaOf(read, hearing.id)
	return {
		title: `${translator(language)('rooms:transcript.title')} · ${number}`,
		head: { ...head, number },
		spoken: transcript.language,
		sha256: transcript.sha256,
		parts: underItems(paragraphsOf(transcript.cues), transcript.beginsAt, agenda),
	}
}

export default function Transcript() {
	const { t } = useTranslation('rooms')
	const language = useLanguage()
	const { title, head, spoken, sha256, parts } = useLoaderData<typeof loader>()
	return (
		<HearingFrame head={head} title={title}>
			{parts.map(({ item, said }) => (
				<section key={said[0]?.from} className="stack" data-gap="tight">
					<Heading level={2} size="sm" id={item ? `item-${item.id}` : undefined}>
						{item ? item.titles[language] : t('transcript.before')}
					</Heading>
					{said.map(({ from, at, text }) => (
						<p key={from} id={`t${Math.floor(from)}`} className="column">
							<TextLink href={`#t${Math.floor(from)}`}>
								<Time at={at} format="time" />
							</TextLink>{' '}
							<span lang={spoken}>{text}</span>
						</p>
					))}
				</section>
			))}
			<p className="quiet small">SHA-256: {sha256}</p>
			<p>
				<TextLink href={hearingPagePath(language, head.number, 'room')}>{t('title')}</TextLink>
			</p>
		</HearingFrame>
	)
}
