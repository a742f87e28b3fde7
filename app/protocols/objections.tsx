import { dayIn } from '#app/deadlines/day.ts'
import { dayInWords, zoneInForce } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath } from '#app/links.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Time } from '#app/ui/time.tsx'
import { Part } from './part.tsx'

export interface ShownObjection {
	id: string
	publicName: string | null
	text: string
	language: string
	receivedAt: Date | string
	late: boolean
	answer: string | null
	answeredAt: Date | string | null
}

/** What was held against the protocol, with what the chair says to it. */
export function Objections({
	number,
	until,
	objections,
}: {
	number: string
	until: string | null
	objections: readonly ShownObjection[]
}) {
	const { t } = useTranslation('protocols')
	const language = useLanguage()
	const over = until !== null && dayIn(zoneInForce(), new Date()) > until
	const day = until && dayInWords(language, until, 'plain')
	return (
		<Part id="objections" title={t('objections.title')}>
			<p>{day ? t(over ? 'objections.over' : 'objections.until', { day }) : t('objections.open')}</p>
			<p className="actions">
				<LinkButton
					href={hearingPagePath(language, number, 'protocol/objection')}
					variant="secondary"
					icon="pen"
				>
					{t('objections.new')}
				</LinkButton>
			</p>
			{objections.length === 0 ? (
				<p className="quiet">{t('objections.none')}</p>
			) : (
				<ol className="entries">
					{objections.map((objection) => (
						<li key={objection.id}>
							<OneObjection objection={objection} />
							{!objection.answer && <p className="quiet">{t('objections.waiting')}</p>}
						</li>
					))}
				</ol>
			)}
		</Part>
	)
}

export function OneObjection({ objection }: { objection: ShownObjection }) {
	const { t } = useTranslation('protocols')
	const { publicName, text, language, receivedAt, late, answer } = objection
	return (
		<>
			<p className="meta">
				{publicName ?? t('objections.nobody')}, <Time at={receivedAt} />
				{late && `, ${t('objections.late')}`}
			</p>
			<div lang={language}>
				<Paragraphs text={text} />
			</div>
			{answer && (
				<>
					<p>
						<strong>{t('objections.answer')}</strong>
					</p>
					<Paragraphs text={answer} />
				</>
			)}
		</>
	)
}
