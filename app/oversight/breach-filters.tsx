import { addDays } from '#app/deadlines/day.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { oversightPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { type BreachFilter, DUTIES, fieldsOf, MENDINGS, OWED_TO } from './breach-filter.ts'
import { useDutyWords } from './use-duty-words.ts'

const PERIODS = [30, 90, 365] as const

/** What it was owed to, the period, which duty, and whether it is still owed: each is in the address. */
export function BreachFilters({ filter, today }: { filter: BreachFilter; today: string }) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const dutyName = useDutyWords(filter.of)
	const fields = fieldsOf(filter)
	const at = (changed: object) => oversightPath(language, { ...fields, ...changed })
	return (
		<section className="stack" aria-label={t('breaches.filters')}>
			<Filters
				label={t('breaches.of')}
				places={OWED_TO.map((of) => ({
					label: t(`breaches.owedTo.${of}`),
					href: at({ of: of === 'questions' ? undefined : of, office: undefined, duty: undefined }),
					current: filter.of === of,
				}))}
			/>
			<form method="get" action={oversightPath(language)} className="row">
				<Field name="from" type="date" label={t('breaches.from')} defaultValue={filter.from} />
				<Field name="to" type="date" label={t('breaches.to')} defaultValue={filter.to} />
				{(['of', 'body', 'office', 'duty', 'mending'] as const).map(
					(name) => fields[name] && <input key={name} type="hidden" name={name} value={fields[name]} />,
				)}
				<Button variant="secondary">{t('breaches.show')}</Button>
			</form>
			<Filters
				label={t('breaches.period')}
				places={PERIODS.map((days) => ({
					label: t('breaches.lastDays', { count: days }),
					href: at({ from: addDays(today, -days), to: today }),
					current: filter.to === today && filter.from === addDays(today, -days),
				}))}
			/>
			<Filters
				label={t('breaches.duty')}
				places={[
					{ label: t('all'), href: at({ duty: undefined }), current: !filter.duty },
					...DUTIES[filter.of].map((duty) => ({
						label: dutyName(duty),
						href: at({ duty }),
						current: filter.duty === duty,
					})),
				]}
			/>
			<Filters
				label={t('breaches.mending')}
				places={[
					{ label: t('all'), href: at({ mending: undefined }), current: !filter.mending },
					...MENDINGS.map((mending) => ({
						label: t(`mending.${mending}`),
						href: at({ mending }),
						current: filter.mending === mending,
					})),
				]}
			/>
		</section>
	)
}
