import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPath } from '#app/links.ts'
import { Time } from '#app/ui/time.tsx'
import type { ListedPetition } from './listed.ts'
import { PetitionTag } from './petition-tag.tsx'
import { Progress } from './progress.tsx'

/** Petitions as rows, each with how far it has come. */
export function PetitionList({ items }: { items: readonly ListedPetition[] }) {
	return (
		<ol className="entries">
			{items.map((item) => (
				<Row key={item.id} item={item} />
			))}
		</ol>
	)
}

function Row({ item }: { item: ListedPetition }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { number, title, body, state, collectsUntil, dueOn } = item
	return (
		<li>
			<p className="entry-title" lang={title ? item.language : undefined}>
				<a href={petitionPath(language, number)}>{title ?? t('list.hidden')}</a>
			</p>
			<p className="meta">
				<span className="tabular nowrap">{number}</span>
				{body && <span>{body.names[language]}</span>}
				{state === 'open' && collectsUntil && (
					<span>
						{t('list.until')} <Time on={collectsUntil} format="plain" />
					</span>
				)}
				{state === 'considered' && dueOn && (
					<span>
						{t('list.due')} <Time on={dueOn} format="plain" />
					</span>
				)}
			</p>
			<div className="row">
				<PetitionTag state={state} />
				{state !== 'rejected' && <HowFar item={item} />}
			</div>
		</li>
	)
}

function HowFar({ item: { state, confirmed, needed } }: { item: ListedPetition }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const number = numberInWords(language, confirmed)
	if (state !== 'open' || !needed)
		return <span className="tabular">{t('list.signed', { count: confirmed, number })}</span>
	return (
		<>
			<Progress value={confirmed} most={needed} label={t('list.progress')} />
			<span className="tabular">{t('list.of', { number, needed: numberInWords(language, needed) })}</span>
		</>
	)
}
