import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedTextPath } from '#app/links.ts'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { HidingReason, TextKind } from './hiding.ts'

interface Listed {
	subject: TextKind
	id: string
	title: string
	beginning: string
	language: string
	at: Date | string
	number?: string | undefined
	body: { names: { kk: string; ru: string; en: string } }
	times?: number
	reasons?: readonly string[]
	hiding?: { reason: string; at: Date | string }
}

/** Texts to judge: what each is, how it begins, and what was said of it. */
export function TextList({ texts }: { texts: readonly Listed[] }) {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	return (
		<ul className="entries">
			{texts.map(({ subject, id, title, beginning, at, number, body, times, reasons, hiding, ...text }) => (
				<li key={`${subject} ${id}`}>
					<p className="row">
						<Tag>{t(`moderation.kind.${subject}`)}</Tag>
						{times !== undefined && (
							<Tag tone="warning" icon="flag">
								{t('moderation.times', { count: times })}
							</Tag>
						)}
						{reasons?.map((reason) => (
							<span key={reason} className="small">
								{t(`reason.${reason as HidingReason}`)}
							</span>
						))}
						{hiding && <Tag tone="warning">{t(`reason.${hiding.reason as HidingReason}`)}</Tag>}
					</p>
					<p className="entry-title" lang={text.language}>
						<a href={moderatedTextPath(language, subject, id)}>{title}</a>
					</p>
					<p lang={text.language}>{beginning}</p>
					<p className="meta">
						{number && <span className="tabular">{number}</span>}
						<span>{body.names[language]}</span>
						<Time at={at} />
						{hiding && (
							<span>
								{t('moderation.hid')}: <Time at={hiding.at} />
							</span>
						)}
					</p>
				</li>
			))}
		</ul>
	)
}
