import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Gate } from './plan.ts'

/** What the law wants of the hearing, by which day, and how it stands. */
export function PlanTable({ gates }: { gates: readonly Gate[] }) {
	const { t } = useTranslation(['hearings', 'law'])
	return (
		<Table
			caption={t('hearings:plan.title')}
			hideCaption
			stacked
			columns={[
				{ label: t('hearings:plan.rule') },
				{ label: t('hearings:plan.day') },
				{ label: t('hearings:plan.article') },
				{ label: t('hearings:plan.done') },
				{ label: t('hearings:plan.stands') },
			]}
			rows={gates.map((gate) => ({
				key: gate.rule,
				tone: gate.state === 'broken' ? 'earth' : undefined,
				cells: [
					t(`law:rule.hearing.${gate.rule as 'announce'}`),
					gate.day ? (
						<span key="day">
							{t(`hearings:plan.asks.${gate.asks}`)} <Time on={gate.day} format="plain" />
						</span>
					) : (
						t('hearings:plan.notYet')
					),
					gate.article && <Article key="article" of={gate.article} />,
					gate.done && <Time key="done" on={gate.done} format="plain" />,
					<span key="state" className="nowrap">
						<GateTag state={gate.state} />
					</span>,
				],
			}))}
		/>
	)
}

function GateTag({ state }: Pick<Gate, 'state'>) {
	const { t } = useTranslation('hearings')
	if (state === 'met')
		return (
			<Tag tone="success" icon="tick">
				{t('plan.state.met')}
			</Tag>
		)
	return state === 'open' ? (
		<Tag icon="clock">{t('plan.state.open')}</Tag>
	) : (
		<Tag tone="earth" icon="flag">
			{t('plan.state.broken')}
		</Tag>
	)
}
