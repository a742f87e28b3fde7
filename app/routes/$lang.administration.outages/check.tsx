import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Plan, Sent } from './sent.ts'

/** The last look before an outage is recorded: which petitions get how many days. */
export function OutageCheck({ outage, plan }: { outage: Sent; plan: Plan }) {
	const { t } = useTranslation('oversight')
	return (
		<Form method="post" className="stack">
			<Heading level={1}>{t('outages.checking')}</Heading>
			<DefinitionList
				compact
				entries={[
					{
						term: t('outages.from'),
						value: (
							<>
								<Time on={outage.fromDay} />, {outage.fromTime}
							</>
						),
					},
					{
						term: t('outages.until'),
						value: (
							<>
								<Time on={outage.untilDay} />, {outage.untilTime}
							</>
						),
					},
					{ term: t('outages.reason'), value: outage.reason },
					{ term: t('outages.days'), value: plan.days },
				]}
			/>
			<p>{t('outages.extends', { count: plan.given.length })}</p>
			{plan.given.length > 0 && (
				<Table
					caption={t('outages.extended')}
					hideCaption
					stacked
					columns={[
						{ label: t('outages.petition') },
						{ label: t('outages.given'), numeric: true },
						{ label: t('outages.newEnd') },
						{ label: t('outages.stage') },
					]}
					rows={plan.given.map(({ number, lost, until, gathers, ended }) => ({
						key: String(number),
						cells: [
							number,
							lost,
							<Time key="until" on={until} />,
							t(gathers ? 'outages.sponsors' : ended ? 'outages.again' : 'outages.collects'),
						],
					}))}
				/>
			)}
			{Object.entries(outage).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<div className="actions">
				<Button name="intent" value="record">
					{t('outages.record')}
				</Button>
				<Button name="intent" value="change" variant="secondary" formNoValidate>
					{t('admin.back')}
				</Button>
			</div>
		</Form>
	)
}
