import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileLink, VersionTag } from '#app/dossiers/document-list.tsx'
import { dossierOf, wordsOfVersion } from '#app/dossiers/find.server.ts'
import { type ShownVersion, shownDocument } from '#app/dossiers/shown.ts'
import { isPicture } from '#app/files/kind.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { paragraphsOf } from '#app/hearings/paragraphs.ts'
import { LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { documentParagraphPath, filePath, hearingDocumentPath, hearingPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { remarksOnParagraphs } from '#app/remarks/find.server.ts'
import { takesRemarks } from '#app/remarks/remark.ts'
import { ordinalIn } from '#app/text/ordinal.ts'
import { inThread } from '#app/threads/pool.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { Changes } from './changes.tsx'
import { Paragraph } from './paragraph.tsx'

export const meta = pageTitle

/** A long document is read page by page. */
const PARAGRAPHS_A_PAGE = 50

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number } = await publicHearing(params)
	const found = (await dossierOf(read, hearing.id)).find(({ id }) => id === params.documentId)
	if (!found) throw notFound()
	const document = shownDocument(found, hearing.announcedAt !== null)
	const asked = new URL(request.url).searchParams
	const version =
		document.versions.find((one) => one.version === ordinalIn(asked.get('version'))) ?? document.versions[0]
	const words = version && (await wordsOfVersion(read, document.id, version.version))
	const paragraphs = words ? paragraphsOf(words) : []
	const pages = Math.ceil(paragraphs.length / PARAGRAPHS_A_PAGE)
	const page = Math.min(Math.ceil((ordinalIn(asked.get('paragraph')) || 1) / PARAGRAPHS_A_PAGE), pages || 1)
	const from = firstOn(page)
	const onPage = paragraphs.slice(from - 1, firstOn(page + 1) - 1)
	// What changed stands before the first paragraph.
	const before = page === 1 && version && document.versions.find((one) => one.version === version.version - 1)
	const earlier = before && (await wordsOfVersion(read, document.id, before.version))
	return {
		title: `${version?.title ?? head.title} ${number}`,
		head,
		number,
		taken: takesRemarks(hearing),
		document,
		version,
		page,
		pages,
		paragraphs: onPage.map((words, at) => ({ paragraph: from + at, words })),
		said: version
			? await remarksOnParagraphs(read, {
					documentId: document.id,
					version: version.version,
					from,
					to: from + onPage.length - 1,
				})
			: [],
		compared:
			before && words && earlier
				? {
						with: before.version,
						changes: await inThread('compareWords', { before: earlier, after: words }).catch(() => undefined),
					}
				: null,
	}
}

const firstOn = (page: number) => (page - 1) * PARAGRAPHS_A_PAGE + 1

export default function HearingDocument() {
	const { head, number, taken, document, version, compared } = useLoaderData<typeof loader>()
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
					<Preview version={version} />
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

function Preview({ version: { version, ...file } }: { version: ShownVersion }) {
	const { number, taken, document, paragraphs, said, page, pages } = useLoaderData<typeof loader>()
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	if (isPicture(file.mediaType))
		return (
			<figure>
				<img className="picture" src={filePath(file.fileId, file.fileName)} alt={file.title} />
				<figcaption className="quiet small">{t('picture')}</figcaption>
			</figure>
		)
	return (
		<section className="stack">
			<Heading level={2} size="md">
				{t('words')}
			</Heading>
			{paragraphs.length > 0 ? (
				<>
					<p className="quiet small">{t('wordsHelp')}</p>
					<ol className="plain-list stack">
						{paragraphs.map(({ paragraph, words }) => (
							<Paragraph
								key={paragraph}
								number={number}
								place={{ documentId: document.id, version, paragraph }}
								words={words}
								wordsLanguage={file.language}
								said={said.find((one) => one.paragraph === paragraph)}
								taken={taken}
							/>
						))}
					</ol>
					<Pager
						page={page}
						pages={pages}
						hrefFor={(page) =>
							documentParagraphPath(language, number, document.id, { version, paragraph: firstOn(page) })
						}
						words={{ label: t('pages'), previous: t('previous'), next: t('next') }}
					/>
				</>
			) : (
				<p>{t('noWords')}</p>
			)}
		</section>
	)
}
