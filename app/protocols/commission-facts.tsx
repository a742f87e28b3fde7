import { useTranslation } from '#app/i18n/use-translation.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Time } from '#app/ui/time.tsx'

const DAYS = [
	'appliedOn',
	'createBy',
	'createdOn',
	'papersSentOn',
	'commentsBy',
	'tellBy',
	'toldOn',
	'sitsOn',
	'sitBy',
	'satOn',
] as const

type Shown = Record<(typeof DAYS)[number], string | null> & {
	members: string | null
	conclusion: string | null
}

/** Who sits in the commission, its days, and what it found. */
export function CommissionFacts({ commission }: { commission: Shown }) {
	const { t } = useTranslation('protocols')
	const { members, conclusion } = commission
	return (
		<DefinitionList
			entries={[
				...DAYS.map((day) => {
					const on = commission[day]
					return { term: t(`commission.${day}`), value: on && <Time on={on} format="plain" /> }
				}),
				{ term: t('commission.members'), value: members },
				{ term: t('commission.conclusion'), value: conclusion && <Paragraphs text={conclusion} /> },
			]}
		/>
	)
}
