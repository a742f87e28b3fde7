import type { ReactNode } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPath, holdingPath } from '#app/links.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { HearingHead } from './head.ts'

interface Framed {
	head: HearingHead
	title: string
	children: ReactNode
}

/** A public page beside a hearing's own. */
export function HearingFrame({ head, title, children }: Framed) {
	const language = useLanguage()
	return (
		<Frame
			head={head}
			title={title}
			back={<TextLink href={hearingPath(language, head.number ?? '')}>{head.number}</TextLink>}
		>
			{children}
		</Frame>
	)
}

/** A page on which somebody does their part in a hearing. */
export function HoldingFrame({
	problems = [],
	...framed
}: Framed & { problems?: readonly { field?: string; message: string }[] }) {
	const { t } = useTranslation(['holding', 'common'])
	const language = useLanguage()
	const { id, number } = framed.head
	return (
		<Frame
			{...framed}
			back={<TextLink href={holdingPath(language, id)}>{number ?? t('holding:draft')}</TextLink>}
		>
			<ErrorSummary title={t('common:errors.summary')} problems={problems} />
			{framed.children}
		</Frame>
	)
}

function Frame({ head, title, back, children }: Framed & { back: ReactNode }) {
	const { t } = useTranslation('hearings')
	return (
		<div className="stack">
			<p>{back}</p>
			<Heading level={1}>{title}</Heading>
			<p className="lead" lang={head.language}>
				{head.title}
			</p>
			{head.civic && <p className="quiet">{t('civic')}</p>}
			{children}
		</div>
	)
}
