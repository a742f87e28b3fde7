import type { SerializeFrom } from '@remix-run/node'
import { StandingTag } from '#app/clocks/standing-tag.tsx'
import type { ToldInShort } from '#app/clocks/strip.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { DeskRow } from '#app/inquiries/desk.server.ts'
import { type DeskPlace, queryOf } from '#app/inquiries/desk.ts'
import { deskCasePath, deskPath } from '#app/links.ts'
import { TextLink } from '#app/ui/text-link.tsx'

export interface BesideCase {
	place: DeskPlace
	rows: readonly (Pick<SerializeFrom<DeskRow>, 'id' | 'number' | 'subject' | 'language'> & {
		told: ToldInShort
	})[]
}

/** The list from which the case was opened, where there is room for both. */
export function Beside({ place, rows, proceedingId }: BesideCase & { proceedingId: string }) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const from = queryOf(place)
	return (
		<nav className="desk-beside dense" aria-label={t('list.title')}>
			<p>
				<TextLink href={deskPath(language, from)}>{t(`filter.${place.filter}`)}</TextLink>
			</p>
			<ol>
				{rows.map((row) => (
					<li key={row.id}>
						<TextLink
							href={deskCasePath(language, row.id, from)}
							data-case={row.id}
							aria-current={row.id === proceedingId ? 'page' : undefined}
							lang={row.language}
						>
							{row.subject}
						</TextLink>
						<span className="quiet small tabular">{row.number}</span>
						<StandingTag told={row.told} />
					</li>
				))}
			</ol>
		</nav>
	)
}
