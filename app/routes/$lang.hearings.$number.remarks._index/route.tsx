import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { documentParagraphPath, hearingFilePath, hearingPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { countsOf } from '#app/remarks/cells.server.ts'
import { remarksOf, rowsOfPosition } from '#app/remarks/find.server.ts'
import { isLate, takesRemarks } from '#app/remarks/remark.ts'
import { RemarkItem } from '#app/remarks/remark-item.tsx'
import { WrittenUntil } from '#app/remarks/written-until.tsx'
import { ordinalIn } from '#app/text/ordinal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Counts } from './counts.tsx'
import { Narrow } from './narrow.tsx'
import { SideBySide } from './side-by-side.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const query = askedOf(new URL(request.url).searchParams)
	const { position, affiliation, before, q, document } = query
	const narrowed = Object.values(query).some((value) => value !== undefined)
	const { version, paragraph } = query
	const spokenTo = { documentId: document, version, paragraph }
	const filter = { position, affiliation, language: query.language, ...spokenTo, query: q }
	const [counts, list, sides, documents] = await Promise.all([
		countsOf(read, hearing.id),
		remarksOf(read, hearing.id, filter, { before }),
		narrowed ? [] : Promise.all(POSITIONS.map((side) => rowsOfPosition(read, hearing.id, side))),
		dossierOf(read, hearing.id),
	])
	return {
		title: `${translator(language)('remarks:title')} ${number}`,
		head,
		number,
		query,
		counts,
		list,
		sides,
		documents: documents
			.filter(({ hiddenAt }) => hiddenAt === null)
			.map(({ id, versions }) => ({ id, title: versions[0]?.title ?? '' })),
		open: takesRemarks(hearing),
		until: hearing.remarksUntil,
		late: isLate(new Date(), hearing),
	}
}

/** What the address asks for; what it cannot ask for is left out. */
function askedOf(asked: URLSearchParams) {
	const one = <Value extends string>(name: string, among: readonly Value[]) =>
		among.find((value) => value === asked.get(name))
	const typed = (name: string, most: number) => asked.get(name)?.trim().slice(0, most) || undefined
	const language = typed('language', 10)
	return {
		position: one('position', POSITIONS),
		affiliation: one('affiliation', AFFILIATIONS),
		language: language && isLanguage(language) ? language : undefined,
		document: typed('document', 60),
		version: ordinalIn(asked.get('version')),
		paragraph: ordinalIn(asked.get('paragraph')),
		q: typed('q', 200),
		before: ordinalIn(asked.get('before')),
	}
}

export type Asked = ReturnType<typeof askedOf>

export default function Remarks() {
	const { head, number, query, counts, list, sides, documents, open, until, late } =
		useLoaderData<typeof loader>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const { before: _, ...narrowed } = query
	const path = (over: Partial<Record<keyof Asked, string | number | undefined>>) =>
		hearingPagePath(language, number, 'remarks', { ...narrowed, ...over })
	return (
		<HearingFrame head={head} title={t('title')}>
			<p>{t('lead')}</p>
			<WrittenUntil open={open} until={until} late={late} />
			<p className="actions">
				{open && (
					<LinkButton icon="pen" href={hearingPagePath(language, number, 'remarks/new')}>
						{t('handIn')}
					</LinkButton>
				)}
				<TextLink href={hearingPagePath(language, number, 'responses')}>{t('responses.title')}</TextLink>
				<TextLink href={hearingFilePath(number, 'remarks.csv')}>{t('csv')}</TextLink>
				<TextLink href={hearingFilePath(number, 'remarks.json')}>{t('json')}</TextLink>
			</p>
			<Counts counts={counts} />
			<SideBySide
				number={number}
				sides={sides}
				people={counts.people}
				hrefFor={(position) => path({ position })}
			/>
			<section className="stack" aria-labelledby="all">
				<Heading level={2} id="all">
					{t('all')}
				</Heading>
				<Narrow number={number} query={query} documents={documents} />
				<OfParagraph number={number} query={query} documents={documents} />
				{list.items.length === 0 ? (
					<EmptyState icon="people" heading={t('none')} />
				) : (
					<ol className="entries" aria-labelledby="all">
						{list.items.map((remark) => (
							<RemarkItem key={remark.ordinal} number={number} remark={remark} />
						))}
					</ol>
				)}
				<p className="row">
					{query.before && <TextLink href={path({})}>{t('newest')}</TextLink>}
					{list.next && <TextLink href={path({ before: list.next })}>{t('older')}</TextLink>}
				</p>
			</section>
		</HearingFrame>
	)
}

/** Says so where the list is of one paragraph of a document. */
function OfParagraph({
	number,
	query: { document, version, paragraph },
	documents,
}: {
	number: string
	query: Pick<Asked, 'document' | 'version' | 'paragraph'>
	documents: readonly { id: string; title: string }[]
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const found = documents.find(({ id }) => id === document)
	if (!found || !version || !paragraph) return null
	return (
		<p>
			<TextLink href={documentParagraphPath(language, number, found.id, { version, paragraph })}>
				{t('onParagraph', { paragraph, title: found.title })}
			</TextLink>
		</p>
	)
}
