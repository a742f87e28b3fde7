import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Part } from './part.tsx'
import type { ShownProtocol } from './shown.ts'

type Group = ShownProtocol['groups'][number]

/** Each remark that was not withdrawn, with the answer to it (ENV 73(13)). */
export function RemarkGroups({
	protocol: { groups, page, pages, content },
	hrefFor,
}: {
	protocol: ShownProtocol
	hrefFor: (page: number) => string
}) {
	const { t } = useTranslation('protocols')
	return (
		<Part id="remarks" title={t('view.remarks')}>
			<p>{t(groups.length > 0 ? 'view.remarksLead' : 'view.noRemarks')}</p>
			{content.withdrawn > 0 && <p>{t('view.withdrawn', { count: content.withdrawn })}</p>}
			<div className="stack" data-gap="wide">
				{groups.map((group) => (
					<OneGroup key={group.ordinal} group={group} />
				))}
			</div>
			<Pager
				page={page}
				pages={pages}
				hrefFor={hrefFor}
				words={{
					label: t('view.pages'),
					previous: t('view.previous'),
					next: t('view.next'),
				}}
			/>
		</Part>
	)
}

function OneGroup({ group }: { group: Group }) {
	const { t } = useTranslation('protocols')
	const { ordinal, title, people, answer, unresolved, remarks, all } = group
	return (
		<article className="stack" data-gap="tight" aria-labelledby={`row-${ordinal}`}>
			<Heading level={3} size="sm" id={`row-${ordinal}`}>
				{t('view.group', { row: ordinal })}
				{title && `. ${title}`}
			</Heading>
			<p className="meta">
				{t('view.all', { count: all })}. {t('view.people', people)}
			</p>
			<ul className="entries">
				{remarks.map((remark) => (
					<OneRemark key={remark.ordinal} remark={remark} />
				))}
			</ul>
			{all > remarks.length && <p className="quiet">{t('view.more', { count: all - remarks.length })}</p>}
			<p>
				<strong>{t('view.answer')}</strong>
			</p>
			{answer ? <Paragraphs text={answer} /> : <p className="quiet">{t('view.noAnswer')}</p>}
			{unresolved && (
				<p>
					<Tag tone="warning" icon="warning">
						{t('view.unresolved')}
					</Tag>
				</p>
			)}
		</article>
	)
}

function OneRemark({ remark }: { remark: Group['remarks'][number] }) {
	const { t } = useTranslation('protocols')
	const { ordinal, position, affiliation, name, channel, receivedAt, late, text, language, state, reason } =
		remark
	return (
		<li>
			<p className="meta">
				{ordinal}. {name ?? t(`affiliation.${affiliation}`)}, {t(`position.${position}`)},{' '}
				{t(`by.${channel as 'portal'}`)}, <Time at={receivedAt} />
				{late && `, ${t('view.late')}`}
			</p>
			{text === null ? (
				<p className="quiet">{t('view.unpublished')}</p>
			) : (
				<div lang={language}>
					<Paragraphs text={text} />
				</div>
			)}
			{reason && (
				<p className="quiet">
					{t(state === 'not_counted' ? 'view.notCounted' : 'view.leftOut')} {reason}
				</p>
			)}
		</li>
	)
}
