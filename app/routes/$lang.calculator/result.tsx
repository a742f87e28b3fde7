import type { calculated, RuleFacts } from '#app/calculator/calculate.server.ts'
import { Account } from '#app/clocks/account.tsx'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

type Calculated = Extract<Awaited<ReturnType<typeof calculated>>, { ok: true }>

const LARGE_UP_TO = 45

/** The last day, the way to it, and where it is written. */
export function Result({ result, link }: { result: Calculated; link: string }) {
	const { t } = useTranslation('clock')
	const language = useLanguage()
	const { registered, later, due, from, days, strip, unconfirmed, rule } = result
	const words = (day: string) => dayInWords(language, day, 'full')
	return (
		<section className="stack" data-gap="wide" aria-labelledby="result">
			<div className="stack" data-gap="tight">
				<Heading level={2} size="sm" id="result">
					{t(resultOf(rule))}
				</Heading>
				<p className="ds-heading" data-size="lg">
					<Time on={due} format="full" />
				</p>
				{registered && (
					<p>
						{t(later ? 'calculator.registeredLater' : 'calculator.registered', {
							day: words(registered),
						})}
					</p>
				)}
			</div>
			{strip && (
				<DayStrip
					strip={strip}
					size={strip.cells.length > LARGE_UP_TO ? 'normal' : 'large'}
					words={t('calculator.strip', { from: words(from), to: words(due) })}
				/>
			)}
			{unconfirmed && (
				<Notice tone="warning">
					<p>{t('calculator.unconfirmed')}</p>
				</Notice>
			)}
			{rule && <Facts rule={rule} />}
			<p>
				<TextLink href={link}>{t('calculator.link')}</TextLink>
				<br />
				<span className="quiet small">{t('calculator.linkHelp')}</span>
			</p>
			{days ? (
				<Account
					days={days}
					article={rule?.article && <Article of={rule.article} />}
					words={{
						anchor: t('calculator.reasons.anchor'),
						disregarded: t('calculator.reasons.disregarded'),
						due: t('calculator.reasons.due'),
					}}
				/>
			) : (
				<p>{t('calculator.tooLong')}</p>
			)}
		</section>
	)
}

function resultOf(rule: RuleFacts | undefined) {
	if (rule?.limit.dir === 'before') return 'calculator.latestBefore'
	return rule?.limit.cmp === 'min' ? 'calculator.earliest' : 'calculator.result'
}

function Facts({ rule: { name, limit, article, src, conf } }: { rule: RuleFacts }) {
	const { t } = useTranslation(['clock', 'law'])
	return (
		<DefinitionList
			compact
			entries={[
				{ term: t('clock:calculator.facts.rule'), value: t(`law:rule.${name as 'inquiry.answer'}`) },
				{
					term: t('clock:calculator.facts.term'),
					value: t(`law:unit.${limit.unit}`, { count: limit.n }),
				},
				{
					term: t('clock:calculator.facts.from'),
					value: t(`law:from.${limit.from as 'registered'}`),
				},
				{ term: t('clock:calculator.facts.article'), value: article && <Article of={article} /> },
				{ term: t('clock:calculator.facts.source'), value: src },
				{ term: t('clock:calculator.facts.confidence'), value: t(`law:conf.${conf}`) },
			]}
		/>
	)
}
