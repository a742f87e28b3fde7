import { Attached } from '#app/files/attached.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filePath } from '#app/links.ts'
import type { ShownDecision } from '#app/petitions/shown.ts'
import { Promises } from '#app/promises/promises.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

/** The decision as the letter that it is in law, with all that the law wants in it (APPC 90-6). */
export function DecisionLetter({
	id,
	decision,
	body,
	number,
}: {
	id: number
	decision: ShownDecision
	body: string
	number: string
}) {
	const { t } = useTranslation(['petitions', 'law'])
	const { outcome, html, decidedOn, language, parts, promises, files, signerName } = decision
	const lang = language ?? undefined
	return (
		<section className="letter" aria-labelledby={`decision-${id}`}>
			<div className="letter-head">
				<strong>{body}</strong>
				<div>
					<Time on={decidedOn} format="plain" />
					<br />
					{t('petitions:consideration.to', { number })}
				</div>
			</div>
			<Heading level={3} id={`decision-${id}`}>
				{t('petitions:consideration.decision')}
			</Heading>
			<p>
				<Tag tone={outcome === 'granted' ? 'success' : 'neutral'} icon="letter">
					{t(`law:petition.outcome.${outcome as 'granted'}`)}
				</Tag>
			</p>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			{html && <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />}
			{PARTS.map((part) => {
				const text = parts[part]
				return text?.trim() ? (
					<div key={part}>
						<Heading level={4}>{t(`petitions:consideration.${part}`)}</Heading>
						<div className="prose" lang={lang}>
							<Paragraphs text={text} />
						</div>
					</div>
				) : null
			})}
			<Promises promises={promises} lang={lang} />
			<Attached files={files} ways={{ file: ({ id: fileId, name }) => filePath(fileId, name) }} />
			<p className="letter-sign">{signerName}</p>
		</section>
	)
}

const PARTS = ['reasons', 'facts', 'law', 'appeal'] as const
