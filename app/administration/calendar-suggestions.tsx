import { Form } from '@remix-run/react'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Suggestion } from './calendar-entry.ts'

/** Each can be added at a tap, by way of the page that tells what it changes. */
export function CalendarSuggestions({
	calendar,
	suggested,
	moveRule,
}: {
	calendar: string
	suggested: readonly Suggestion[]
	moveRule: string
}) {
	const { t } = useTranslation(['oversight', 'law'])
	const language = useLanguage()
	return (
		<section className="stack" aria-labelledby="suggested">
			<Heading level={2} id="suggested">
				{t('oversight:calendar.suggested')}
			</Heading>
			<p>{t('oversight:calendar.suggestedText')}</p>
			<ul className="entries">
				{suggested.map(({ day, kind, of, why, titles }) => (
					<li key={`${day} ${kind}`}>
						<p className="entry-title">
							<Time on={day} />: {t(`law:entryKind.${kind}`)}
						</p>
						<p className="meta">
							<span>{titles[language]}</span>
							<span>{t(`oversight:calendar.why.${why}`, { day: dayInWords(language, of, 'plain') })}</span>
						</p>
						<Form
							method="post"
							action={administeredPath(language, 'calendar', 'entry', { calendar, year: day.slice(0, 4) })}
						>
							<input type="hidden" name="day" value={day} />
							<input type="hidden" name="kind" value={kind} />
							<input type="hidden" name="kk" value={titles.kk} />
							<input type="hidden" name="ru" value={titles.ru} />
							<input type="hidden" name="en" value={titles.en} />
							<input type="hidden" name="source" value={moveRule} />
							<Button
								name="intent"
								value="check"
								variant="secondary"
								size="sm"
								aria-label={t('oversight:calendar.addOf', { day: dayInWords(language, day, 'plain') })}
							>
								{t('oversight:calendar.add')}
							</Button>
						</Form>
					</li>
				))}
			</ul>
		</section>
	)
}
