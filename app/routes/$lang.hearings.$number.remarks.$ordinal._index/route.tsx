import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Attached } from '#app/files/attached.tsx'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import {
	documentParagraphPath,
	filePath,
	hearingDocumentPath,
	hearingPagePath,
	remarkGroupPath,
	remarkWithdrawalPath,
} from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { remarkOf, rowByOrdinal } from '#app/remarks/find.server.ts'
import { Marks, PositionTag, RemarkText, Who } from '#app/remarks/remark-item.tsx'
import { RowAnswers } from '#app/remarks/row-answers.tsx'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { remarkPage } from './remark-page.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, number, language, readOwn, remark, own, mayWithdraw, ordinal } = await remarkPage(
		request,
		params,
	)
	const shown = await remarkOf(readOwn, hearing.id, ordinal, own)
	if (!shown) throw notFound()
	return {
		title: `${translator(language)('remarks:one', { ordinal })} · ${number}`,
		head,
		number,
		remark: shown,
		row: await rowByOrdinal(readOwn, hearing.id, shown.group.ordinal),
		/** What only its author reads here: all of it. */
		original: own && shown.text !== remark.text ? remark.text : null,
		own,
		mayWithdraw,
		received: own && new URL(request.url).searchParams.has('received'),
	}
}

export default function Remark() {
	const { head, number, remark, row, original, own, mayWithdraw, received } = useLoaderData<typeof loader>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const { ordinal, group } = remark
	return (
		<HearingFrame head={head} title={t('one', { ordinal })}>
			{received && (
				<Notice tone="success" heading={t('received', { ordinal })}>
					<p>{t('receivedHelp')}</p>
				</Notice>
			)}
			<p className="row">
				<PositionTag position={remark.position} />
				<Marks remark={remark} />
			</p>
			<RemarkText remark={remark} />
			<Attached files={remark.files} ways={{ file: ({ id, name }) => filePath(id, name) }} />
			<Who remark={remark} />
			{remark.state === 'withdrawn' && remark.stateAt && (
				<p className="quiet">
					{t('withdrawnOn')} <Time at={remark.stateAt} />
				</p>
			)}
			<SpeaksTo number={number} remark={remark} />
			{remark.carriedFrom && <p className="quiet">{t('carriedFrom', { ordinal: remark.carriedFrom })}</p>}
			{own && (
				<section className="ds-card stack" aria-labelledby="own">
					<Heading level={2} size="xs" id="own">
						{t('own')}
					</Heading>
					{original && (
						<Details summary={t('original')}>
							<Paragraphs text={original} />
						</Details>
					)}
					<p>{t(group.remarks > 1 ? 'ownJoined' : 'ownAlone', { count: group.people })}</p>
					{mayWithdraw && (
						<p>
							<TextLink href={remarkWithdrawalPath(language, number, ordinal)}>
								{t('withdraw.title')}
							</TextLink>
						</p>
					)}
				</section>
			)}
			{row && (
				<section className="stack" aria-labelledby="answer">
					<Heading level={2} id="answer">
						<TextLink href={remarkGroupPath(language, number, row.ordinal)}>
							{t('row', { row: row.ordinal })}
						</TextLink>
					</Heading>
					<RowAnswers row={row} />
				</section>
			)}
			<p>
				<TextLink href={hearingPagePath(language, number, 'remarks')}>{t('toAll')}</TextLink>
			</p>
		</HearingFrame>
	)
}

function SpeaksTo({
	number,
	remark: { documentId, documentVersion: version, paragraph },
}: {
	number: string
	remark: { documentId: string | null; documentVersion: number | null; paragraph: number | null }
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	if (!documentId || !version) return null
	return (
		<p>
			{paragraph ? (
				<TextLink href={documentParagraphPath(language, number, documentId, { version, paragraph })}>
					{t('speaksToParagraph', { paragraph, version })}
				</TextLink>
			) : (
				<TextLink href={hearingDocumentPath(language, number, documentId, { version })}>
					{t('speaksTo', { version })}
				</TextLink>
			)}
		</p>
	)
}
