import { dayInWords, numberInWords } from '#app/i18n/dates.ts'
import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { draftPath } from '#app/links.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Words } from '#db/schema/bodies.ts'
import type { ThresholdNeeded } from '#db/schema/petitions.ts'

const languageName = (language: string) => LANGUAGE_NAMES[isLanguage(language) ? language : 'kk']

interface MissingParts {
	addressee: boolean
	title: boolean
	substance: boolean
	arguments: boolean
	proposals: boolean
}

/** What the law wants and is not there yet, each with the way to its step. */
export function Missing({ id, missing }: { id: number; missing: MissingParts }) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const parts = [
		{ lacks: missing.addressee, step: 'addressee', words: t('check.missingBody') },
		{ lacks: missing.title, step: 'title', words: t('check.missingTitle') },
		{ lacks: missing.substance, step: 'text', words: t('check.missingSubstance') },
		{ lacks: missing.arguments, step: 'text', words: t('check.missingArguments') },
		{ lacks: missing.proposals, step: 'text', words: t('check.missingProposals') },
	] as const
	return (
		<Notice tone="warning" heading={t('check.missing')}>
			<ul>
				{parts
					.filter(({ lacks }) => lacks)
					.map(({ step, words }) => (
						<li key={words}>
							<TextLink href={draftPath(language, id, step)}>{words}</TextLink>
						</li>
					))}
			</ul>
		</Notice>
	)
}

interface FactsShown {
	body?: { names: Words; competence: string; thresholds: readonly ThresholdNeeded[] }
	author: string
	representing: string | null
	language: string
	translations: readonly string[]
	files: readonly string[]
	counter?: string | null
}

export function Facts({ body, author, representing, translations, files, counter, ...facts }: FactsShown) {
	const { t } = useTranslation(['proposing', 'law'])
	const language = useLanguage()
	return (
		<section className="stack">
			<Heading level={2}>{t('proposing:check.facts')}</Heading>
			<DefinitionList
				compact
				entries={[
					{ term: t('proposing:check.body'), value: body?.names[language] },
					{
						term: t('proposing:check.decides'),
						value: body && t(`law:petition.body.${body.competence as 'central'}`),
					},
					{
						term: t('proposing:check.needed'),
						value: body?.thresholds.map(({ needed }) => numberInWords(language, needed)).join(', '),
					},
					{ term: t('proposing:check.author'), value: author },
					{ term: t('proposing:check.representing'), value: representing },
					{ term: t('proposing:check.language'), value: languageName(facts.language) },
					{ term: t('proposing:check.translations'), value: translations.map(languageName).join(', ') },
					{ term: t('proposing:check.files'), value: files.join(', ') },
					{ term: t('proposing:check.counter'), value: counter },
				]}
			/>
		</section>
	)
}

interface Shown {
	language: string
	title: string
	html: string
}

/** The text of record, and under it its translations. */
export function Texts({ texts: [own, ...others] }: { texts: readonly Shown[] }) {
	const { t } = useTranslation('proposing')
	if (!own) return null
	return (
		<section className="stack">
			<Heading level={2}>{t('check.text')}</Heading>
			<Text {...own} />
			{others.map((text) => (
				<Details key={text.language} summary={languageName(text.language)}>
					<Text {...text} />
				</Details>
			))}
		</section>
	)
}

function Text({ language, title, html }: Shown) {
	return (
		<article className="stack" lang={language}>
			<Heading level={3}>{title}</Heading>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
		</article>
	)
}

interface Following {
	need?: number
	by: string | null
	check?: { n: number; unit: string }
}

/** What the button sets going. */
export function WhatFollows({ need, by, check }: Following) {
	const { t } = useTranslation(['proposing', 'law'])
	const language = useLanguage()
	return (
		<section className="stack">
			<Heading level={2}>{t('proposing:check.next')}</Heading>
			{need && (
				<p>
					{t('proposing:check.nextSponsors', { count: need })}{' '}
					{by && t('proposing:check.nextBy', { day: dayInWords(language, by) })}
				</p>
			)}
			<p>
				{check
					? t('proposing:check.nextCheck', { term: t(`law:unit.${check.unit as 'wd'}`, { count: check.n }) })
					: t('proposing:check.nextOpen')}
			</p>
		</section>
	)
}
