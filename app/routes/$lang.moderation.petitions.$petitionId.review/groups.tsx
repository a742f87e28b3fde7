import { Form } from '@remix-run/react'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { shortHash } from '#app/invalidations/invalidation.ts'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

interface Group {
	key: string | null
	count: number
	addresses: number
	first: Date | string | null
	last: Date | string | null
}

interface Props {
	networks: readonly Group[]
	domains: readonly Group[]
	wanted: FactorWanted
	reply: FormReply | undefined
}

/** What was set apart, by where it came from; one group is chosen, and counted or removed. */
export function Groups({ networks, domains, wanted, reply }: Props) {
	const { t } = useTranslation(['invalidating', 'common'])
	const language = useLanguage()
	const form = useFilledForm(reply, { refusal: useRefusal() })
	const named = (by: 'network' | 'domain', key: string | null) => {
		if (key === null) return t('invalidating:review.unknown')
		return by === 'network' ? shortHash(key) : key
	}
	const table = (by: 'network' | 'domain', groups: readonly Group[]) => (
		<Table
			caption={t(`invalidating:sources.${by}`)}
			stacked
			dense
			columns={[
				{ label: t(`invalidating:condition.${by}`) },
				{ label: t('invalidating:sources.count'), numeric: true },
				{ label: t('invalidating:review.addresses'), numeric: true },
				{ label: t('invalidating:review.times') },
			]}
			rows={groups.map(({ key, count, addresses, first, last }) => ({
				key: String(key),
				cells: [
					named(by, key),
					numberInWords(language, count),
					numberInWords(language, addresses),
					<span key="times">
						{first && <Time at={first} format="short" />} – {last && <Time at={last} format="short" />}
					</span>,
				],
			}))}
		/>
	)
	const options = (by: 'network' | 'domain', groups: readonly Group[]) =>
		groups.map(({ key, count }) => ({
			value: `${by} ${key ?? ''}`.trim(),
			label: `${named(by, key)}: ${numberInWords(language, count)}`,
		}))
	return (
		<>
			{table('network', networks)}
			{table('domain', domains)}
			<Form method="post" className="form" noValidate>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<Field
					name="group"
					type="select"
					label={t('invalidating:review.group')}
					options={[
						{ label: t('invalidating:sources.network'), options: options('network', networks) },
						{ label: t('invalidating:sources.domain'), options: options('domain', domains) },
					]}
					defaultValue={form.value('group')}
					error={form.problem('group')}
				/>
				<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
				<div className="actions">
					<Button name="intent" value="confirm">
						{t('invalidating:review.confirm')}
					</Button>
					<Button name="intent" value="remove" variant="secondary" color="danger">
						{t('invalidating:review.remove')}
					</Button>
				</div>
				<p className="small">{t('invalidating:review.removeText')}</p>
			</Form>
		</>
	)
}
