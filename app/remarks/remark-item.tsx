import type { ReactNode } from 'react'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRegion } from '#app/jurisdictions/use-region.ts'
import { remarkGroupPath, remarkPath } from '#app/links.ts'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Position } from '#db/schema/hearings.ts'
import type { ShownRemark } from './shown.ts'

const TONES = { for: 'sky', against: 'earth', neutral: 'neutral' } as const

export function PositionTag({ position }: { position: Position }) {
	const { t } = useTranslation('remarks')
	return <Tag tone={TONES[position]}>{t(`position.${position}`)}</Tag>
}

type Remark = Pick<ShownRemark, keyof ShownRemark> & {
	receivedAt: Date | string
	stateAt: Date | string | null
}

/** A remark in a list. */
export function RemarkItem({
	number,
	remark,
	grouped,
	children,
}: {
	/** Of the hearing. */
	number: string
	remark: Remark
	/** The list is of one group. */
	grouped?: boolean
	children?: ReactNode
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const { ordinal, group } = remark
	return (
		<li className="stack" data-gap="tight" id={`remark-${ordinal}`}>
			<p className="row">
				<TextLink href={remarkPath(language, number, ordinal)}>{t('one', { ordinal })}</TextLink>
				<PositionTag position={remark.position} />
				<Marks remark={remark} />
			</p>
			<RemarkText remark={remark} />
			<Who remark={remark} />
			{!grouped && group.remarks > 1 && (
				<p className="small">
					<TextLink href={remarkGroupPath(language, number, group.ordinal)}>
						{t('inGroup', { count: group.people, row: group.ordinal })}
					</TextLink>
				</p>
			)}
			{children}
		</li>
	)
}

export function Marks({ remark: { late, state, channel } }: { remark: Remark }) {
	const { t } = useTranslation('remarks')
	return (
		<>
			{late && <Tag tone="warning">{t('late')}</Tag>}
			{state !== 'standing' && <Tag tone="warning">{t(`state.${state}`)}</Tag>}
			{channel !== 'portal' && <Tag>{t(`channel.${channel}`)}</Tag>}
		</>
	)
}

export function RemarkText({ remark }: { remark: Remark }) {
	const { t } = useTranslation('remarks')
	const { text, state, stateReason, redactionReason, passage, passageLanguage } = remark
	return (
		<>
			{passage && (
				<blockquote lang={passageLanguage ?? remark.language}>
					<Paragraphs text={passage} />
				</blockquote>
			)}
			{text === null ? (
				<p className="quiet">{t(state === 'withdrawn' ? 'withdrawnText' : 'unpublishedText')}</p>
			) : (
				<div lang={remark.language}>
					<Paragraphs text={text} />
				</div>
			)}
			{text !== null && redactionReason && (
				<p className="quiet small">{t('redactedBecause', { reason: redactionReason })}</p>
			)}
			{state === 'not_counted' && stateReason && (
				<p className="quiet small">{t('notCountedBecause', { reason: stateReason })}</p>
			)}
		</>
	)
}

export function Who({ remark }: { remark: Remark }) {
	const { t } = useTranslation('remarks')
	const region = useRegion()
	const facts = [
		remark.publicName,
		t(`affiliation.${remark.affiliation}`),
		t(`level.${remark.level as 0}`),
		region(remark.region),
		LANGUAGE_NAMES[remark.language as Language] ?? remark.language,
	].filter((fact) => fact !== null)
	return (
		<p className="quiet small">
			{facts.join(' · ')} · <Time at={remark.receivedAt} />
		</p>
	)
}
