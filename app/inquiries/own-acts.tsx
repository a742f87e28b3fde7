import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type InquiryPage, receiptPath } from '#app/links.ts'
import { Card } from '#app/ui/card.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { InquiryAct } from './inquiry.ts'
import type { Thread } from './thread.ts'
import type { Ways } from './ways.ts'

const PAGES: readonly [InquiryAct, InquiryPage][] = [
	['correct', 'correction'],
	['rate', 'satisfaction'],
	['follow-up', 'follow-up'],
	['complain', 'complaint'],
	['withdraw', 'withdrawal'],
]

/** Everything that the author can do with the question now. */
export function OwnActs({
	thread,
	ways,
	receipt,
}: {
	thread: Thread
	ways: Ways
	/** The secret of the receipt, when the page is not the receipt itself. */
	receipt?: string
}) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const open = PAGES.filter(([act]) => thread.handlings.some(({ acts }) => acts.includes(act)))
	return (
		<Card as="section" tinted labelledBy="own-acts">
			<Heading level={2} size="xs" id="own-acts">
				{t('own.title')}
			</Heading>
			<ul className="plain-list stack" data-gap="tight">
				{open.map(([act, page]) => (
					<li key={page}>
						<TextLink href={ways.act(page)}>{t(`own.${act as 'rate'}`)}</TextLink>
					</li>
				))}
				{receipt && (
					<li>
						<TextLink href={receiptPath(language, receipt)}>{t('own.receipt')}</TextLink>
					</li>
				)}
			</ul>
		</Card>
	)
}
