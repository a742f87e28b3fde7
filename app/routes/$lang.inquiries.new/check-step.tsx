import { Form } from '@remix-run/react'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { dayInWords } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { SimilarQuestions } from '#app/inquiries/similar-questions.tsx'
import { inquiryActPath, newInquiryPath, signedInquiryPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Checked } from './submission.server.ts'

/** What will be filed, what it means, and what others have asked already. */
export function CheckStep(checked: Checked) {
	const { values, similar, forecast, refusedFiles, html, signable } = checked
	const { t } = useTranslation(['inquiries', 'signatures'])
	const language = useLanguage()
	return (
		<Form
			method="post"
			action={newInquiryPath(language)}
			className="column stack"
			data-gap="wide"
			reloadDocument
		>
			<Typed {...checked} />
			<Heading level={1}>{t('check.title')}</Heading>
			{refusedFiles.length > 0 && (
				<Notice tone="warning" heading={t('check.refusedFiles')}>
					<p>{refusedFiles.join(', ')}</p>
					<p>{t('check.refusedFilesHelp')}</p>
				</Notice>
			)}
			{similar.length > 0 && (
				<section className="stack">
					<Heading level={2}>{t('check.similar')}</Heading>
					<p>{t('check.similarHelp')}</p>
					<SimilarQuestions
						similar={similar}
						join={({ number }) => (
							<Button
								variant="secondary"
								size="sm"
								icon="people"
								name="intent"
								value="show"
								formAction={inquiryActPath(language, number, 'joining')}
							>
								{t('check.join', { number })}
							</Button>
						)}
					/>
				</section>
			)}
			<section className="stack">
				<Heading level={2}>{t('check.preview')}</Heading>
				<Card as="article" lang={values.language}>
					<Heading level={3}>{values.subject}</Heading>
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
					<div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
				</Card>
				<Facts {...checked} />
			</section>
			<section className="stack">
				<Heading level={2}>{t('check.term')}</Heading>
				<Term forecast={forecast} />
			</section>
			<section className="stack">
				<p>{t(forecast.unbound ? 'check.effectUnbound' : 'check.effect')}</p>
				{signable && <p className="quiet">{t('signatures:filing.offerText')}</p>}
				<p className="actions">
					<Button name="intent" value="file" icon="letter">
						{t('check.file')}
					</Button>
					{signable && (
						<Button
							name="intent"
							value="show"
							variant="secondary"
							icon="pen"
							formAction={signedInquiryPath(language)}
						>
							{t('signatures:filing.offer')}
						</Button>
					)}
					<Button name="intent" value="edit" variant="secondary">
						{t('check.edit')}
					</Button>
				</p>
			</section>
		</Form>
	)
}

function Term({ forecast: { registeredOn, dueOn, later, unbound, strip } }: Pick<Checked, 'forecast'>) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	if (unbound) return <p>{t('check.unbound')}</p>
	if (!dueOn) return <p>{t('check.undated')}</p>
	const day = (on: string) => dayInWords(language, on, 'full')
	return (
		<>
			<p>
				{t(later ? 'check.termLater' : 'check.termToday', { registered: day(registeredOn), due: day(dueOn) })}
			</p>
			<DayStrip strip={strip} />
		</>
	)
}

/** All that was typed goes along, so that the next page has it. */
export function Typed({ values, kept, submissionId }: Pick<Checked, 'values' | 'kept' | 'submissionId'>) {
	const { safetyReport, ...texts } = values
	return (
		<>
			{Object.entries(texts).map(
				([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
			)}
			{safetyReport && <input type="hidden" name="safetyReport" value="on" />}
			{kept.map(({ id }) => (
				<input key={id} type="hidden" name="kept" value={id} />
			))}
			<input type="hidden" name="submissionId" value={submissionId} />
		</>
	)
}

function Facts({ values, kept, to, post }: Checked) {
	const { t } = useTranslation(['inquiries', 'law'])
	const language = useLanguage()
	const { office, body, holder } = to
	return (
		<DefinitionList
			compact
			entries={[
				{ term: t('inquiries:check.to'), value: office?.[language] ?? body[language] },
				{ term: t('inquiries:check.holder'), value: holder?.[language] },
				{ term: t('inquiries:check.post'), value: post?.[language] ?? Object.values(post ?? {})[0] },
				{ term: t('inquiries:check.kind'), value: t(`law:kind.${values.kind as 'request'}.name`) },
				{ term: t('inquiries:check.files'), value: kept.map(({ name }) => name).join(', ') },
				{
					term: t('inquiries:check.visibility'),
					value: t(`inquiries:visibility.${values.visibility}`),
				},
				{ term: t('inquiries:check.language'), value: LANGUAGE_NAMES[values.language] },
				{
					term: t('inquiries:check.safety'),
					value: values.safetyReport && t('inquiries:check.safetyYes'),
				},
			]}
		/>
	)
}
