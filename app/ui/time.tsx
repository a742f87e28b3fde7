import { type DayFormat, dayInWords, type MomentFormat, momentInWords } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** A day (`on`) or a moment (`at`), for people and for machines. */
export function Time({
	on,
	at,
	format,
}:
	| { on: string; at?: undefined; format?: DayFormat }
	| { on?: undefined; at: Date | string; format?: MomentFormat }) {
	const language = useTranslation().i18n.language as Language
	const moment = at === undefined ? undefined : new Date(at)
	const words = moment
		? momentInWords(language, moment, format as MomentFormat)
		: dayInWords(language, on as string, format as DayFormat)
	return <time dateTime={moment ? moment.toISOString() : on}>{words}</time>
}
