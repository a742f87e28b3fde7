import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath, petitionPagePath } from '#app/links.ts'
import type { ShownPetition } from '#app/petitions/shown.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

/** What its author has told since. */
export function Updates({ updates }: { updates: ShownPetition['updates'] }) {
	const { t } = useTranslation('petitions')
	if (updates.length === 0) return null
	return (
		<section className="stack" aria-labelledby="updates">
			<Heading level={2} id="updates">
				{t('page.updates')}
			</Heading>
			{updates.map(({ id, language, title, html, at }) => (
				<article key={id} className="stack" data-gap="tight" lang={language}>
					<Heading level={3}>{title}</Heading>
					{at && (
						<p className="quiet small">
							<Time at={at} format="day" />
						</p>
					)}
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
					<div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
				</article>
			))}
		</section>
	)
}

/** Legal dates that were missed: facts that stay. */
export function Breaches({ breaches }: { breaches: ShownPetition['breaches'] }) {
	const { t } = useTranslation('petitions')
	if (breaches.length === 0) return null
	return (
		<section aria-labelledby="breaches">
			<Heading level={2} size="xs" id="breaches">
				{t('breach.title')}
			</Heading>
			<ul className="entries">
				{breaches.map(({ id, duty, dueOn, mendedAt }) => (
					<li key={id}>
						<span>
							<Tag tone="earth" icon="warning">
								{t(`breach.${duty}`)}
							</Tag>
						</span>
						<span className="meta">
							<span>
								{t('breach.dueOn')}: <Time on={dueOn} format="plain" />
							</span>
							{mendedAt && (
								<span>
									{t('breach.mended')} <Time at={mendedAt} format="day" />
								</span>
							)}
						</span>
					</li>
				))}
			</ul>
		</section>
	)
}

/** What is counted and what is not, and the ways to see for oneself. */
export function Ledger({ petition }: { petition: ShownPetition }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { number, tally, recountedAt, recountAgreed } = petition
	if (!tally || petition.state === 'rejected') return null
	const inWords = (value: number) => <span className="tabular">{numberInWords(language, value)}</span>
	return (
		<section className="stack" data-gap="tight" aria-labelledby="ledger">
			<Heading level={2} size="xs" id="ledger">
				{t('page.ledger')}
			</Heading>
			<DefinitionList
				compact
				entries={[
					{ term: t('page.confirmed'), value: inWords(tally.confirmed) },
					{ term: t('page.review'), value: inWords(tally.review) },
					{ term: t('page.removed'), value: inWords(tally.removed) },
					{ term: t('page.withdrawn'), value: inWords(tally.withdrawn) },
					{
						term: t('page.recounted'),
						value: recountedAt && (
							<>
								<Time at={recountedAt} />: {t(recountAgreed ? 'page.agreed' : 'page.disagreed')}
							</>
						),
					},
				]}
			/>
			<p>
				<TextLink href={petitionPagePath(language, number, 'removals')}>{t('page.removals')}</TextLink>
			</p>
			<p>
				<TextLink href={petitionPagePath(language, number, 'signatures')}>{t('page.list')}</TextLink>
			</p>
		</section>
	)
}

/** A few of those who wished to be seen: the first name and an initial, nothing else. */
export function Names({ names }: { names: readonly string[] }) {
	const { t } = useTranslation('petitions')
	if (names.length === 0) return null
	return (
		<section aria-labelledby="names">
			<Heading level={2} size="xs" id="names">
				{t('page.names')}
			</Heading>
			<p>{names.join(', ')}</p>
		</section>
	)
}

/** Where its author, and whoever checks it, goes on. */
export function Own({ petition: { id, number, viewer } }: { petition: ShownPetition }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	if (!viewer.author && !viewer.moderator) return null
	return (
		<Card as="section" labelledBy="own">
			<Heading level={2} size="xs" id="own">
				{t('page.own')}
			</Heading>
			<ul className="plain-list">
				{viewer.author && (
					<li>
						<TextLink href={petitionPagePath(language, number, 'author')}>{t('page.ownPage')}</TextLink>
					</li>
				)}
				{viewer.moderator && (
					<li>
						<TextLink href={moderatedPetitionPath(language, id)}>{t('page.moderate')}</TextLink>
					</li>
				)}
			</ul>
		</Card>
	)
}
