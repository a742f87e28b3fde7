import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { inquiryActPath, inquiryPath } from '#app/links.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

interface Kept {
	number: string
	subject: string
	language: string
	visibility: 'public' | 'private'
	state: string
	publicName: string
}

interface Props {
	effect: { kept: Kept[]; keptInAll: number; running: number; waitingMail: number }
	law: { retention: string; article?: string }
}

/** What the law's record keeps: which questions, under which name, for how long, and what may be done about it. */
export function Stays({ effect: { kept, keptInAll, running, waitingMail }, law }: Props) {
	const { t } = useTranslation(['people', 'oversight', 'inquiries'])
	if (keptInAll === 0)
		return <p>{t(`people:erasure.${waitingMail > 0 ? 'texts.letters' : 'stays.nothing'}`)}</p>
	return (
		<section className="stack" aria-labelledby="stays">
			<Heading level={2} id="stays">
				{t('people:erasure.stays.title')}
			</Heading>
			<p>
				{t('people:erasure.stays.why')} {law.article && <Article of={law.article} />}
			</p>
			<p>
				{t('people:erasure.stays.howLong', {
					retention: t(`oversight:profile.retention.${law.retention as 'configurable'}`),
				})}
			</p>
			{running > 0 && (
				<Notice tone="warning" heading={t('people:erasure.stays.running', { count: running })}>
					<p>{t('people:erasure.stays.runningText')}</p>
				</Notice>
			)}
			<Details summary={t('people:erasure.stays.list', { count: keptInAll })} open={keptInAll <= 5}>
				<Table
					caption={t('people:erasure.stays.list', { count: keptInAll })}
					hideCaption
					stacked
					columns={[
						{ label: t('people:erasure.stays.question') },
						{ label: t('people:erasure.stays.now') },
						{ label: t('people:erasure.stays.then') },
					]}
					rows={kept.map((one) => ({
						key: one.number,
						cells: [
							<Question key="question" one={one} />,
							one.visibility === 'public' ? one.publicName : t('people:questions.private'),
							one.visibility === 'public' ? t('inquiries:author.erased') : t('people:questions.private'),
						],
					}))}
				/>
			</Details>
			<Heading level={3} size="xs">
				{t('people:erasure.texts.title')}
			</Heading>
			<ul className="ds-list">
				<li>{t('people:erasure.texts.record')}</li>
				<li>{t('people:erasure.texts.letters')}</li>
				<li>{t('people:erasure.texts.withdraw')}</li>
				<li>{t('people:erasure.texts.petitions')}</li>
				<li>{t('people:erasure.texts.hearings')}</li>
				<li>{t('people:erasure.texts.hide')}</li>
				<li>{t('people:erasure.texts.link')}</li>
			</ul>
		</section>
	)
}

function Question({ one }: { one: Kept }) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	return (
		<>
			<a href={inquiryPath(language, one.number)}>{one.number}</a>{' '}
			<span lang={one.language}>{one.subject}</span>{' '}
			{(one.state === 'open' || one.state === 'paused') && (
				<TextLink href={inquiryActPath(language, one.number, 'withdrawal')}>
					{t('erasure.stays.withdraw')}
				</TextLink>
			)}
		</>
	)
}
