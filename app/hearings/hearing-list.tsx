import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPath } from '#app/links.ts'
import { Time } from '#app/ui/time.tsx'
import { HearingTag } from './hearing-tag.tsx'
import type { ListedHearing } from './listed.ts'

type Row = Omit<ListedHearing, 'startsAt' | 'postedAt'> & { startsAt: Date | string | null }

/** Hearings as rows, each with its day and where it stands. */
export function HearingList({ items }: { items: readonly Row[] }) {
	return (
		<ol className="entries">
			{items.map((item) => (
				<One key={item.id} item={item} />
			))}
		</ol>
	)
}

function One({ item }: { item: Row }) {
	const { t } = useTranslation(['hearings', 'law'])
	const language = useLanguage()
	const { number, title, body, state, form, civic, initiatorName, startsAt, startsOn, endsOn } = item
	return (
		<li>
			<p className="entry-title" lang={item.language}>
				<a href={hearingPath(language, number)}>{title}</a>
			</p>
			<p className="meta">
				<span className="tabular nowrap">{number}</span>
				<span>{civic ? t('hearings:civicShort', { name: initiatorName }) : body?.names[language]}</span>
				<span>{t(`law:hearing.form.${form}`)}</span>
			</p>
			<div className="row">
				<HearingTag state={state} />
				{startsOn && (
					<span>
						{form === 'portal_discussion' || !startsAt ? (
							<>
								<Time on={startsOn} format="plain" />
								{endsOn && endsOn !== startsOn && (
									<>
										{' – '}
										<Time on={endsOn} format="plain" />
									</>
								)}
							</>
						) : (
							<Time at={startsAt} />
						)}
					</span>
				)}
				{state === 'announced' && item.remarksUntil && (
					<span className="quiet">
						{t('hearings:remarksUntil')} <Time on={item.remarksUntil} format="plain" />
					</span>
				)}
			</div>
		</li>
	)
}
