import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { documentParagraphPath, hearingPagePath, remarkPath } from '#app/links.ts'
import { titleOf } from '#app/remarks/remark.ts'
import { PositionTag } from '#app/remarks/remark-item.tsx'
import type { OnParagraph } from '#app/remarks/shown.ts'
import { Details } from '#app/ui/details.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

type Newest = Pick<OnParagraph['newest'][number], 'ordinal' | 'position' | 'language' | 'text'>

/** A paragraph under its number, with what is said about it. */
export function Paragraph({
	number,
	place,
	words,
	wordsLanguage,
	said,
	taken,
}: {
	/** Of the hearing. */
	number: string
	place: { documentId: string; version: number; paragraph: number }
	words: string
	wordsLanguage: string
	said: { remarks: number; newest: readonly Newest[] } | undefined
	/** Whether remarks are taken. */
	taken: boolean
}) {
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	const { documentId, version, paragraph } = place
	const asked = { document: documentId, version, paragraph }
	return (
		<li className="stack" data-gap="tight" id={`p${paragraph}`}>
			<p className="column">
				<TextLink
					href={documentParagraphPath(language, number, documentId, place)}
					aria-label={t('paragraph', { paragraph })}
				>
					{paragraph}
				</TextLink>{' '}
				<span lang={wordsLanguage}>{words}</span>
			</p>
			{taken && (
				<p className="small">
					<TextLink href={hearingPagePath(language, number, 'remarks/new', asked)}>
						{t('speakToParagraph', { paragraph })}
					</TextLink>
				</p>
			)}
			{said && (
				<Details summary={t('remarksOnParagraph', { count: said.remarks, paragraph })}>
					<ul className="plain-list stack" data-gap="tight">
						{said.newest.map(({ ordinal, position, language: spoken, text }) => (
							<li key={ordinal}>
								<PositionTag position={position} />{' '}
								<TextLink href={remarkPath(language, number, ordinal)}>{t('remark', { ordinal })}</TextLink>
								{text !== null && (
									<>
										{': '}
										<span lang={spoken}>{titleOf(text)}</span>
									</>
								)}
							</li>
						))}
					</ul>
					{said.remarks > said.newest.length && (
						<p>
							<TextLink href={hearingPagePath(language, number, 'remarks', asked)}>
								{t('allOnParagraph', { count: said.remarks })}
							</TextLink>
						</p>
					)}
				</Details>
			)}
		</li>
	)
}
