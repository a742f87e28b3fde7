import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Names } from '#app/inquiries/thread.ts'
import { inquiryPath, rawLetterPath } from '#app/links.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Authentication } from '#db/schema/mail.ts'

interface Facts {
	mail: {
		id: string
		state: string
		reason: string | null
		recipient: string
		sender: string | null
		senderName: string | null
		receivedAt: Date | string
		authentication: Authentication | null
		explanation: string | null
	}
	body?: Names
	number: string | null
	decider: string | null
}

/** Who wrote to whom and when, what is known of the sender, and what was decided. */
export function LetterFacts({ mail, body, number, decider }: Facts) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const { authentication } = mail
	return (
		<>
			<DefinitionList
				entries={[
					{ term: t('mail.fact.state'), value: t(`mail.state.${mail.state as 'held'}`) },
					{ term: t('mail.fact.why'), value: mail.reason && t(`mail.reason.${mail.reason as 'list'}`) },
					{
						term: t('mail.fact.from'),
						value: [mail.senderName, mail.sender].filter(Boolean).join(', ') || t('mail.nobody'),
					},
					{ term: t('mail.fact.to'), value: mail.recipient },
					{ term: t('mail.fact.body'), value: body?.[language] },
					{ term: t('mail.fact.received'), value: <Time at={mail.receivedAt} /> },
					{
						term: t('mail.fact.checks'),
						value:
							authentication &&
							(['spf', 'dkim', 'dmarc', 'arc'] as const)
								.map((check) => `${check.toUpperCase()} ${authentication[check]}`)
								.join(', '),
					},
					{
						term: t('mail.fact.case'),
						value: number && <TextLink href={inquiryPath(language, number)}>{number}</TextLink>,
					},
					{
						term: t('mail.fact.decided'),
						value: [decider, mail.explanation].filter(Boolean).join(': '),
					},
				]}
			/>
			<p>
				<a href={rawLetterPath(language, mail.id)} download>
					{t('mail.raw')}
				</a>
			</p>
		</>
	)
}
