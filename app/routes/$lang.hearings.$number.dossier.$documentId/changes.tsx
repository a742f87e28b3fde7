import type { Change } from '#app/dossiers/changes.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Changed } from '#app/ui/changed.tsx'
import { Details } from '#app/ui/details.tsx'

/** What a version changed in the words of the one before it. */
export function Changes({
	compared,
	language,
}: {
	compared: { with: number; changes: readonly Change[] | undefined }
	language: string
}) {
	const { t } = useTranslation('dossiers')
	const changes = compared.changes?.filter(({ text }) => text.trim() !== '')
	const isSame = changes?.every(({ kind }) => kind === 'same')
	return (
		<Details summary={t('changes', { version: compared.with })} open id="changes">
			{!changes && <p>{t('unlike')}</p>}
			{isSame && <p>{t('same')}</p>}
			{!isSame &&
				changes?.map(({ kind, text }, at) =>
					kind === 'same' ? (
						// biome-ignore lint/suspicious/noArrayIndexKey: a passage is its place
						<p key={at} className="quiet small" lang={language}>
							{text}
						</p>
					) : (
						<Changed
							// biome-ignore lint/suspicious/noArrayIndexKey: a passage is its place
							key={at}
							as={kind === 'added' ? 'ins' : 'del'}
							word={t(kind === 'added' ? 'addedWords' : 'removedWords')}
							language={language}
						>
							{text}
						</Changed>
					),
				)}
		</Details>
	)
}
