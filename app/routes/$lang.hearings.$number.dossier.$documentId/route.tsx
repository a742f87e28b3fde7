import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileLink, VersionTag } from '#app/dossiers/document-list.tsx'
import { dossierOf, wordsOfVersion } from '#app/dossiers/find.server.ts'
import { type ShownVersion, shownDocument } from '#app/dossiers/shown.ts'
import { isPicture } from '#app/files/kind.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filePath, hearingDocumentPath, hearingPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { takesRemarks } from '#app/remarks/remark.ts'
import { inThread } from '#app/threads/pool.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { Changes } from './changes.tsx'

export const meta = pageTitle

/** So much is shown in the page: forty leaves, on a phone. */
const MOST_LETTERS = 60_000

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number } = await publicHearing(params)
	const found = (await dossierOf(read, hearing.id)).find(({ id }) => id === params.documentId)
	if (!found) throw notFound()
	const document = shownDocument(found, hearing.announcedAt !== null)
	const asked = Number(new URL(request.url).searchParams.get('version'))
	const version = document.versions.find((one) => one.version === asked) ?? document.versions[0]
	const before = version && document.versions.find((one) => one.version === version.version - 1)
	const words = version && (await wordsOfVersion(read, document.id, version.version))
	const earlier = before && (await wordsOfVersion(read, document.id, before.version))
	return {
		title: `${version?.title ?? head.title} ${number}`,
		head,
		number,
		taken: takesRemarks(hearing),
		document,
		version,
		words: words ? { text: words.slice(0, MOST_LETTERS), longer: words.length > MOST_LETTERS } : null,
		compared:
			before && words && earlier
				? {
						with: before.version,
						changes: await inThread('compareWords', { before: earlier, after: words }).catch(() => undefined),
					}
				: null,
	}
}

export default function HearingDocument() {
	const { head, number, taken, document, version, words, compared } = useLoaderData<typeof loader>()
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	return (
		<HearingFrame head={head} title={version?.title ?? t('title')}>
			<p>
				<TextLink href={hearingPagePath(language, number, 'dossier')}>{t('title')}</TextLink>
			</p>
			{document.hiddenReason !== null && <p>{t('hidden', { reason: document.hiddenReason })}</p>}
			{version && (
				<>
					<DefinitionList
						entries={[
							{ term: t('kindLabel'), value: t(`kind.${document.kind}`) },
							{ term: t('by'), value: document.author || t(`party.${document.party}`) },
							{ term: t('stanceLabel'), value: document.stance && t(`stance.${document.stance}`) },
							{ term: t('languageLabel'), value: LANGUAGE_NAMES[version.language as 'kk'] },
							{ term: t('added'), value: <Time at={version.addedAt} /> },
							{ term: t('hash'), value: <code className="break-anywhere">{version.sha256}</code> },
							{ term: t('file'), value: <FileLink version={version} /> },
							{ term: t('decision'), value: version.materialReason },
						]}
					/>
					<p className="row">
						<VersionTag standing={version.standing} />
						{taken && (
							<TextLink href={hearingPagePath(language, number, 'remarks/new', { document: document.id })}>
								{t('speak')}
							</TextLink>
						)}
					</p>
					{document.versions.length > 1 && (
						<Versions documentId={document.id} number={number} shown={version} all={document.versions} />
					)}
					{compared && <Changes compared={compared} language={version.language} />}
					<Preview version={version} words={words} />
				</>
			)}
		</HearingFrame>
	)
}

function Versions({
	documentId,
	number,
	shown,
	all,
}: {
	documentId: string
	number: string
	shown: ShownVersion
	all: readonly ShownVersion[]
}) {
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	return (
		<section className="stack">
			<Heading level={2} size="md">
				{t('versions')}
			</Heading>
			<ol className="plain-list stack" reversed>
				{all.map(({ version, addedAt, standing }) => (
					<li key={version}>
						<TextLink
							href={hearingDocumentPath(language, number, documentId, { version })}
							aria-current={version === shown.version ? 'page' : undefined}
						>
							{t('version', { version })}
						</TextLink>{' '}
						· <Time at={addedAt} /> <VersionTag standing={standing} />
					</li>
				))}
			</ol>
		</section>
	)
}

function Preview({
	version,
	words,
}: {
	version: ShownVersion
	words: { text: string; longer: boolean } | null
}) {
	const { t } = useTranslation('dossiers')
	if (isPicture(version.mediaType))
		return (
			<figure>
				<img className="picture" src={filePath(version.fileId, version.fileName)} alt={version.title} />
				<figcaption className="quiet small">{t('picture')}</figcaption>
			</figure>
		)
	return (
		<section className="stack">
			<Heading level={2} size="md">
				{t('words')}
			</Heading>
			{words ? (
				<>
					<p className="quiet small">{t('wordsHelp')}</p>
					<div className="prose" lang={version.language}>
						<Paragraphs text={words.text} />
					</div>
					{words.longer && <p className="quiet">{t('longer')}</p>}
				</>
			) : (
				<p>{t('noWords')}</p>
			)}
		</section>
	)
}
