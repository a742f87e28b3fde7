import type { Held } from '#app/bodies/body.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'

/** Who holds the office and who held it before; what they wrote and promised stays with the office. */
export function Succession({ holder, former }: { holder?: Held | undefined; former: readonly Held[] }) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const biography = holder?.biographies?.[language]
	return (
		<div className="stack" data-gap="wide">
			{holder && biography && (
				<section className="stack" aria-labelledby="holder">
					<Heading level={2} size="sm" id="holder">
						{t('office.holder')}
					</Heading>
					<p>
						<strong>{holder.names[language]}</strong>
					</p>
					<Paragraphs text={biography} />
				</section>
			)}
			{former.length > 0 && (
				<section className="stack" aria-labelledby="former">
					<Heading level={2} size="sm" id="former">
						{t('office.former')}
					</Heading>
					<ul className="plain-list stack" data-gap="tight">
						{former.map(({ names, biographies, from, until }) => (
							<li key={from}>
								{biographies ? (
									<Details summary={names[language]}>
										<Paragraphs text={biographies[language]} />
									</Details>
								) : (
									<p>{names[language]}</p>
								)}
								<p className="quiet small">
									{t('office.fromTo', {
										from: dayInWords(language, from, 'plain'),
										until: until ? dayInWords(language, until, 'plain') : '',
									})}
								</p>
							</li>
						))}
					</ul>
					<p className="quiet small">{t('office.kept')}</p>
				</section>
			)}
		</div>
	)
}
