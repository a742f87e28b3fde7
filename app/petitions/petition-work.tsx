import type { ReactNode } from 'react'
import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Figure, Ledger } from '#app/ui/ledger.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { PetitionState } from '#db/schema/petitions.ts'
import { PetitionTag } from './petition-tag.tsx'

interface PetitionHead {
	id: number
	number: string | null
	title: string
	language: string
	state: PetitionState
	counts: Record<(typeof STATES)[number], number>
}

const STATES = ['confirmed', 'review', 'removed', 'withdrawn'] as const
const PAGES = ['sources', 'review', 'invalidations', 'sheets', 'updates'] as const

/** A page of the work on one petition: which petition, how its signatures stand, and the other pages. */
export function PetitionWork({
	head,
	page,
	heading,
	children,
}: {
	head: PetitionHead
	page: (typeof PAGES)[number]
	heading: string
	children: ReactNode
}) {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<p className="row">
					<PetitionTag state={head.state} />
					<TextLink href={moderatedPetitionPath(language, head.id)}>{head.number}</TextLink>
				</p>
				<Heading level={1}>{heading}</Heading>
				<p className="lead" lang={head.language}>
					{head.title}
				</p>
			</header>
			<Totals counts={head.counts} />
			<Tabs
				label={t('work.pages')}
				places={PAGES.map((one) => ({
					label: t(`work.${one}`),
					href: moderatedPetitionPath(language, head.id, one),
					current: one === page,
				}))}
			/>
			{children}
		</div>
	)
}

/** How many signatures count, wait, were removed, were taken back. */
export function Totals({ counts }: { counts: PetitionHead['counts'] }) {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	return (
		<Ledger label={t('totals.label')}>
			{STATES.map((state) => (
				<Figure key={state} value={numberInWords(language, counts[state])} label={t(`totals.${state}`)} />
			))}
		</Ledger>
	)
}
