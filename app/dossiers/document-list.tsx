import { numberInWords } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filePath, hearingDocumentPath } from '#app/links.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ShownDocument, ShownVersion } from './shown.ts'

/** Documents of a dossier: of each what it is, whose, and how its last version stands. */
export function DocumentList({
	documents,
	number,
	empty,
}: {
	documents: readonly ShownDocument[]
	/** Of the hearing, once it has a public page. */
	number: string | null
	empty: string
}) {
	const { t } = useTranslation('dossiers')
	if (documents.length === 0) return <p className="quiet">{empty}</p>
	return (
		<ul className="plain-list stack">
			{documents.map((document) => (
				<Card as="li" key={document.id} id={document.id}>
					{document.hiddenReason !== null && (
						<p className="quiet">{t('hidden', { reason: document.hiddenReason })}</p>
					)}
					{document.versions[0] && (
						<OneDocument document={document} version={document.versions[0]} number={number} />
					)}
				</Card>
			))}
		</ul>
	)
}

function OneDocument({
	document,
	version,
	number,
}: {
	document: ShownDocument
	version: ShownVersion
	number: string | null
}) {
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	return (
		<>
			<p>
				<strong lang={version.language}>
					{number ? (
						<TextLink href={hearingDocumentPath(language, number, document.id)}>{version.title}</TextLink>
					) : (
						version.title
					)}
				</strong>
			</p>
			<p className="quiet small">
				{t(`kind.${document.kind}`)}
				{document.author && ` · ${document.author}`} ·{' '}
				{LANGUAGE_NAMES[version.language as 'kk'] ?? version.language}
				{' · '}
				{t('version', { version: version.version })} · <Time at={version.addedAt} />
			</p>
			<p className="actions">
				<VersionTag standing={version.standing} />
				<FileLink version={version} />
			</p>
		</>
	)
}

const TONES = { frozen: 'info', waiting: 'warning', material: 'danger', immaterial: 'neutral' } as const

export function VersionTag({ standing }: { standing: ShownVersion['standing'] }) {
	const { t } = useTranslation('dossiers')
	if (standing === 'open') return null
	return <Tag tone={TONES[standing]}>{t(standing)}</Tag>
}

/** The file itself, with its size, so that nobody on a weak link is surprised. */
export function FileLink({ version }: { version: Pick<ShownVersion, 'fileId' | 'fileName' | 'size'> }) {
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	const size = numberInWords(language, Math.max(1, Math.round(version.size / 1024)))
	return (
		<span>
			<Icon name="clip" />{' '}
			<TextLink href={filePath(version.fileId, version.fileName)}>{version.fileName}</TextLink>{' '}
			<span className="quiet small">{t('size', { size })}</span>
		</span>
	)
}
