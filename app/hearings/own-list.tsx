import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { HearingState } from '#db/schema/hearings.ts'
import { HearingTag } from './hearing-tag.tsx'

interface Row {
	id: number
	number: string | null
	state: HearingState
	title: string
	language: string
	civic: boolean
	renewReason: string | null
	waits: {
		what: 'request' | 'answer' | 'post' | 'announce' | 'session' | 'sign' | 'publish' | 'decide'
		by: string | null
	} | null
}

/** Hearings in which one has a part, each with what is to be done next. */
export function OwnHearings({ rows }: { rows: readonly Row[] }) {
	const { t } = useTranslation(['holding', 'hearings'])
	const language = useLanguage()
	return (
		<ul className="entries">
			{rows.map(({ id, number, state, title, waits, renewReason, ...row }) => (
				<li key={id}>
					<p className="entry-title" lang={row.language}>
						<a href={holdingPath(language, id)}>{title}</a>
					</p>
					<p className="meta">
						<HearingTag state={state} />
						{number && <span className="tabular">{number}</span>}
						{row.civic && <span>{t('holding:own.civic')}</span>}
						{waits && (
							<span>
								{t(`holding:waits.${waits.what}`)}
								{waits.by && (
									<>
										{': '}
										<Time on={waits.by} format="plain" />
									</>
								)}
							</span>
						)}
						{renewReason !== null && (
							<Tag tone="earth" icon="flag">
								{t('holding:waits.renew')}
							</Tag>
						)}
					</p>
				</li>
			))}
		</ul>
	)
}
