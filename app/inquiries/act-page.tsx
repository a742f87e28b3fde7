import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** The frame of a page on which the author does one thing, with the way back. */
export function ActPage({
	number,
	back,
	title,
	lead,
	closed,
	children,
}: {
	number: string
	back: string
	title: string
	lead?: ReactNode
	/** Why it cannot be done now, in place of the form. */
	closed?: string
	children: ReactNode
}) {
	const { t } = useTranslation('inquiries')
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<p>
					<TextLink href={back}>{t('act.back', { number })}</TextLink>
				</p>
				<Heading level={1}>{title}</Heading>
				{lead && <p className="lead">{lead}</p>}
			</header>
			{closed ? <Notice tone="warning" heading={closed} /> : children}
		</div>
	)
}
