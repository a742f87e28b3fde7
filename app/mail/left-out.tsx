import { useTranslation } from '#app/i18n/use-translation.ts'

/** The files of a letter that could not be taken, each with the reason. They are still in the whole message. */
export function LeftOut({ files }: { files: readonly { name: string; refusal: string }[] | null }) {
	const { t } = useTranslation('desk')
	if (!files || files.length === 0) return null
	return (
		<div className="small">
			<p>{t('mail.fact.leftOut')}</p>
			<ul>
				{files.map(({ name, refusal }, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
					<li key={at}>
						{name} <span className="quiet">{t(`mail.refusal.${refusal as 'fileKind'}`)}</span>
					</li>
				))}
			</ul>
		</div>
	)
}
