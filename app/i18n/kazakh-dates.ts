const MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
const SHORT_MONTHS = 'қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.'.split(' ')
const WEEKDAYS = 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'.split(' ')
const SHORT_WEEKDAYS = 'жс дс сс ср бс жм сб'.split(' ')

/** Many browsers come without Kazakh words; a page that runs scripts must read there as the server wrote it. */
export function kazakhFormatter(
	options: Intl.DateTimeFormatOptions,
	timeZone: string,
): { format: (date: Date) => string } {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	})
	return { format }

	function format(date: Date): string {
		const part = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]))
		const month = Number(part.month) - 1
		const weekday = new Date(Date.UTC(Number(part.year), month, Number(part.day))).getUTCDay()
		const day = [
			options.year && `${part.year} ж.`,
			options.day && String(Number(part.day)),
			options.month && (options.month === 'short' ? SHORT_MONTHS : MONTHS)[month],
		]
		const words = [
			day.filter(Boolean).join(' '),
			options.weekday && (options.weekday === 'short' ? SHORT_WEEKDAYS : WEEKDAYS)[weekday],
			options.hour && `${part.hour}:${part.minute}`,
		]
		return words.filter(Boolean).join(', ')
	}
}
