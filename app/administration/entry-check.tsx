import { Form } from '@remix-run/react'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import type { KINDS } from './calendar-entry.ts'
import { TouchedClocks } from './touched-clocks.tsx'
import { useRefusal } from './use-refusal.ts'

interface Checked {
	entry: {
		day: string
		kind: (typeof KINDS)[number]
		kk: string
		ru: string
		en: string
		source: string
	}
	touched: { running: number; shifted: number; counted: number }
	wanted: FactorWanted
	reply: FormReply | undefined
}

/** The last look before an entry is made: what it says, and what it moves. */
export function EntryCheck({ entry, touched, wanted, reply }: Checked) {
	const { t } = useTranslation(['oversight', 'law', 'common'])
	const form = useFilledForm(reply, { refusal: useRefusal() })
	return (
		<Form method="post" className="stack">
			<Heading level={1}>{t('oversight:calendar.checking')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<DefinitionList
				compact
				entries={[
					{ term: t('oversight:calendar.day'), value: <Time on={entry.day} /> },
					{ term: t('oversight:calendar.kind'), value: t(`law:entryKind.${entry.kind}`) },
					{ term: t('oversight:names.kk'), value: <span lang="kk">{entry.kk}</span> },
					{ term: t('oversight:names.ru'), value: <span lang="ru">{entry.ru}</span> },
					{ term: t('oversight:names.en'), value: <span lang="en">{entry.en}</span> },
					{ term: t('oversight:calendar.source'), value: entry.source },
				]}
			/>
			<TouchedClocks touched={touched} />
			{Object.entries(entry).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
			<div className="actions">
				<Button name="intent" value="enter">
					{t('oversight:admin.confirm')}
				</Button>
				<Button name="intent" value="change" variant="secondary" formNoValidate>
					{t('oversight:admin.back')}
				</Button>
			</div>
		</Form>
	)
}
