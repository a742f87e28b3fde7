import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon } from '#app/ui/icon.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { AttachedFile } from './attached-file.ts'

/** The files that go with a text; their ending and size are said, so that nobody on a weak link is surprised. */
export function Attached({
	files,
	ways,
}: {
	files: readonly AttachedFile[]
	ways: { file: (file: AttachedFile) => string }
}) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	if (files.length === 0) return null
	return (
		<ul className="plain-list" aria-label={t('thread.files')}>
			{files.map((file) => (
				<li key={file.id}>
					<Icon name="clip" /> <TextLink href={ways.file(file)}>{file.name}</TextLink>{' '}
					<span className="quiet small">
						{t('thread.fileSize', {
							size: numberInWords(language, Math.max(1, Math.round(file.size / 1024))),
						})}
					</span>
				</li>
			))}
		</ul>
	)
}
