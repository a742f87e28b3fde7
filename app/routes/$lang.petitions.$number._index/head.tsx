import { DayStrip } from '#app/clocks/day-strip.tsx'
import { Attached } from '#app/files/attached.tsx'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { bodyPath, filePath, inquiryPath, petitionPagePath } from '#app/links.ts'
import { isPublic } from '#app/petitions/petition.ts'
import { stripSentence } from '#app/petitions/petition-strip.ts'
import { PetitionTag } from '#app/petitions/petition-tag.tsx'
import type { ShownPetition } from '#app/petitions/shown.ts'
import { Total } from '#app/petitions/total.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export function Head({ petition }: { petition: ShownPetition }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	const { number, state, original, translations, body, publicAuthor, representing, publishedAt } = petition
	const translated = translations.find((one) => one.language === language)
	return (
		<header className="page-heading">
			<p className="row">
				<span className="tabular nowrap">{number}</span>
				<PetitionTag state={state} />
			</p>
			<Heading level={1} lang={original?.language}>
				{original?.title ?? t('page.hidden')}
			</Heading>
			{translated && (
				<p className="lead">
					{t('page.translationTo')} {translated.title}
				</p>
			)}
			<p className="meta">
				{body && (
					<span>
						{t('page.addressed')}:{' '}
						<TextLink href={bodyPath(language, body.code)}>{body.names[language]}</TextLink>
					</span>
				)}
				{publicAuthor && (
					<span>
						{t('page.by')}: {publicAuthor}
					</span>
				)}
				{representing && (
					<span>
						{t('page.for')}: {representing}
					</span>
				)}
				{publishedAt && (
					<span>
						{t('page.published')}: <Time at={publishedAt} format="day" />
					</span>
				)}
			</p>
		</header>
	)
}

/** What must be known before the text is read: it was rejected, or became something else, or is not public yet. */
export function Notices({ petition }: { petition: ShownPetition }) {
	const { t } = useTranslation(['petitions', 'law'])
	const { t: words } = useTranslation('petitions')
	const language = useLanguage()
	const { state, hidden, rejectionGround, rejectionReason, inquiryNumber, check } = petition
	return (
		<>
			{!isPublic(petition) && <Notice heading={t('petitions:page.notPublic')} />}
			{check && <DayStrip strip={check} words={stripSentence(words, language, check)} />}
			{state === 'rejected' && (
				<Notice tone="warning" heading={t('petitions:page.rejected')}>
					{hidden && <p>{t('petitions:page.hiddenHelp')}</p>}
					<DefinitionList
						entries={[
							{
								term: t('petitions:page.ground'),
								value: rejectionGround && t(`law:petition.ground.${rejectionGround as 'banned_subject'}`),
							},
							{
								term: t('petitions:page.reasons'),
								value: rejectionReason && <Paragraphs text={rejectionReason} />,
							},
						]}
					/>
					<p>{t('petitions:page.complain')}</p>
				</Notice>
			)}
			{inquiryNumber && (
				<Notice heading={t('petitions:page.inquiry')}>
					<p>
						<TextLink href={inquiryPath(language, inquiryNumber)}>{inquiryNumber}</TextLink>
					</p>
				</Notice>
			)}
		</>
	)
}

/** The number, how it is known, and the way to add to it. */
export function Signing({ petition }: { petition: ShownPetition }) {
	const { t } = useTranslation(['petitions', 'signing'])
	const language = useLanguage()
	const { number, state, collectsUntil, signable } = petition
	if (state === 'rejected') return null
	return (
		<Card as="section" labelledBy="total">
			<Heading level={2} size="xs" id="total">
				{t('petitions:page.total')}
			</Heading>
			<Total petition={petition} />
			{state === 'open' && (
				<>
					{collectsUntil && (
						<p>
							{t('petitions:page.closes')}: <Time on={collectsUntil} format="plain" />
						</p>
					)}
					{signable ? (
						<>
							<p>
								<LinkButton icon="pen" fullWidth href={petitionPagePath(language, number, 'signature')}>
									{t('petitions:page.sign')}
								</LinkButton>
							</p>
							<p className="quiet small">{t('petitions:page.signHelp')}</p>
						</>
					) : (
						<p>{t('signing:closed')}</p>
					)}
				</>
			)}
		</Card>
	)
}

export function Attachments({ petition: { files } }: { petition: ShownPetition }) {
	const { t } = useTranslation('petitions')
	if (files.length === 0) return null
	return (
		<section aria-labelledby="files">
			<Heading level={2} size="sm" id="files">
				{t('page.files')}
			</Heading>
			<Attached files={files} ways={{ file: ({ id, name }) => filePath(id, name) }} />
		</section>
	)
}
