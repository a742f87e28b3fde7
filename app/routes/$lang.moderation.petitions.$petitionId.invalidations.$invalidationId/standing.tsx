import { momentInWords, numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type InvalidationState, shortHash } from '#app/invalidations/invalidation.ts'
import { InvalidationTag } from '#app/invalidations/invalidation-tag.tsx'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { invalidationPath } from '#app/links.ts'
import { Progress } from '#app/petitions/progress.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { InvalidationConditions } from '#db/schema/petitions.ts'

interface Shown {
	id: string
	state: InvalidationState
	criterion: string
	conditions: InvalidationConditions
	reason: string
	found: number
	removed: number
	doneTo: number
	until: number
	triedAt: Date | string
	startedAt: Date | string | null
	endedAt: Date | string | null
	reversedAt: Date | string | null
	reversalReason: string | null
}

/** What is looked for, and how far it has come. */
export function Standing({ invalidation, petitionId }: { invalidation: Shown; petitionId: number }) {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	const { id, state, found, removed, doneTo, until, triedAt, startedAt, endedAt, reversedAt } = invalidation
	const going = state === 'running' || state === 'reversing'
	return (
		<section className="stack">
			<p className="row">
				<InvalidationTag state={state} />
				{going && <Progress value={doneTo} most={until} label={t('invalidation.progress')} />}
				{going && (
					<TextLink href={invalidationPath(language, petitionId, id)}>{t('invalidation.refresh')}</TextLink>
				)}
			</p>
			<DefinitionList
				entries={[
					...useConditions(invalidation.conditions),
					{ term: t('invalidations.criterion'), value: t(`criterion.${invalidation.criterion as 'source'}`) },
					{ term: t('invalidations.found'), value: numberInWords(language, found) },
					{ term: t('invalidations.removed'), value: startedAt && numberInWords(language, removed) },
					{ term: t('invalidation.reason'), value: invalidation.reason },
					{ term: t('invalidation.triedAt'), value: <Time at={triedAt} /> },
					{ term: t('invalidation.startedAt'), value: startedAt && <Time at={startedAt} /> },
					{ term: t('invalidation.endedAt'), value: !going && endedAt && <Time at={endedAt} /> },
					{ term: t('invalidation.reversedAt'), value: reversedAt && <Time at={reversedAt} /> },
					{ term: t('invalidation.reversalReason'), value: invalidation.reversalReason },
				]}
			/>
		</section>
	)
}

function useConditions({ state, ...given }: InvalidationConditions) {
	const { t } = useTranslation(['invalidating', 'signing'])
	const language = useLanguage()
	const regionNamed = useRegion()
	const { address, network, domain, name, region, method, level, from, until } = given
	const moment = (at: string | undefined) => at && momentInWords(language, new Date(at))
	const values = {
		network: network && shortHash(network),
		address: address && shortHash(address),
		domain,
		name,
		region: region && regionNamed(region),
		method: method && t(`signing:method.${method}`),
		level,
		from: moment(from),
		until: moment(until),
	}
	return [
		...Object.entries(values).map(([kind, value]) => ({
			term: t(`invalidating:condition.${kind as keyof typeof values}`),
			value,
		})),
		{ term: t('invalidating:condition.state'), value: t(`invalidating:totals.${state}`) },
	]
}
