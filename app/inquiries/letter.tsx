import { Attached } from '#app/files/attached.tsx'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Promises } from '#app/promises/promises.tsx'
import { SignatureNotice } from '#app/signatures/signature-notice.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Letter } from './thread.ts'
import type { Ways } from './ways.ts'

/** The answer as the letter that it is in law. */
export function LetterView({ letter, number, ways }: { letter: Letter; number: string; ways: Ways }) {
	const { t } = useTranslation(['inquiries', 'law'])
	const language = useLanguage()
	const { body, office, html, hiddenFor, redactionReason } = letter
	return (
		<section className="letter" aria-labelledby={`letter-${letter.id}`}>
			<div className="letter-head">
				<div>
					<strong>{body?.names[language]}</strong>
					{office?.names[language]}
				</div>
				<div>
					<Time on={letter.signedOn} format="plain" />
					<br />
					{t('inquiries:letter.to', { number })}
				</div>
			</div>
			<Heading level={2} size="sm" id={`letter-${letter.id}`}>
				{t(letter.inherited ? 'inquiries:letter.titleJoined' : 'inquiries:letter.title')}
			</Heading>
			<p className="row">
				<Tag tone="success" icon="letter">
					{t(`law:outcome.${letter.outcome as 'answered'}`)}
				</Tag>
				{letter.late && (
					<Tag tone="earth" icon="warning">
						{t('inquiries:letter.late')}
					</Tag>
				)}
			</p>
			{redactionReason && (
				<Notice level={3} heading={t('inquiries:letter.redacted')}>
					<p>{redactionReason}</p>
				</Notice>
			)}
			{html ? (
				// biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door
				<div className="prose" lang={letter.language} dangerouslySetInnerHTML={{ __html: html }} />
			) : (
				<p>
					{hiddenFor === 'question' ? t('inquiries:letter.hiddenWithQuestion') : t('inquiries:letter.hidden')}
				</p>
			)}
			<Part title={t('inquiries:letter.reasons')} text={letter.reasons} lang={letter.language} />
			<Part title={t('inquiries:letter.facts')} text={letter.facts} lang={letter.language} />
			<Part title={t('inquiries:letter.law')} text={letter.law} lang={letter.language} />
			<Part title={t('inquiries:letter.appeal')} text={letter.appeal} lang={letter.language} />
			<Attached files={letter.files} ways={ways} />
			<Promises promises={letter.promises} lang={letter.language} />
			<p className="letter-sign">
				{letter.signerName}
				<span className="quiet small">
					{' '}
					{t('inquiries:letter.signed')} <Time at={letter.signedAt} />
				</span>
			</p>
			{letter.signature && <SignatureNotice signature={letter.signature} />}
		</section>
	)
}

function Part({ title, text, lang }: { title: string; text?: string; lang: string }) {
	if (!text?.trim()) return null
	return (
		<div>
			<Heading level={3} size="xs">
				{title}
			</Heading>
			<div className="prose" lang={lang}>
				<Paragraphs text={text} />
			</div>
		</div>
	)
}
