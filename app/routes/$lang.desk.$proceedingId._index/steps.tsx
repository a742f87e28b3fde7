import { Form } from '@remix-run/react'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { InquiryAct } from '#app/inquiries/inquiry.ts'
import { type DeskStep, deskStepPath } from '#app/links.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** The page on which each act is done: what has legal effect has a page of its own that says the effect. */
const PAGES: Partial<Record<InquiryAct, DeskStep>> = {
	redirect: 'redirect',
	'request-correction': 'correction',
	extend: 'extension',
	return: 'return',
	terminate: 'termination',
	'answer-in-part': 'partial-answer',
	merge: 'merge',
}

export function Steps({
	proceedingId,
	acts,
	executorId,
	members,
	writing,
	untold,
	redirectLast,
	redirectLate,
}: {
	proceedingId: string
	acts: readonly InquiryAct[]
	executorId: string | null
	members: readonly { id: string; name: string }[]
	writing: { submitted: boolean } | null
	untold: { tellBy: string | null } | null
	redirectLast: string | null
	redirectLate: boolean
}) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const pages = acts.flatMap((act) => PAGES[act] ?? [])
	const spoken = (day: string) => dayInWords(language, day, 'plain')
	return (
		<section className="stack" aria-labelledby="steps-heading">
			<Heading level={2} id="steps-heading">
				{t('case.steps')}
			</Heading>
			{acts.includes('draft') && (
				<p>
					<LinkButton href={deskStepPath(language, proceedingId, 'answer')}>
						{writing?.submitted && acts.includes('answer') ? t('case.sign') : t('case.answer')}
					</LinkButton>
				</p>
			)}
			{untold && acts.includes('tell-extension') && (
				<Notice tone="warning">
					<p>
						{untold.tellBy
							? t('case.tellExtension', { day: spoken(untold.tellBy) })
							: t('case.tellExtensionUndated')}
					</p>
					<Form method="post" className="form">
						<Button size="sm" variant="secondary" name="intent" value="told">
							{t('case.told')}
						</Button>
					</Form>
				</Notice>
			)}
			{acts.includes('redirect') && redirectLast && (
				<p className="quiet">
					{t(redirectLate ? 'case.redirectLate' : 'case.redirectBy', { day: spoken(redirectLast) })}
				</p>
			)}
			<ul className="plain-list">
				{pages.map((page) => (
					<li key={page}>
						<TextLink href={deskStepPath(language, proceedingId, page)}>
							{t(`case.${page as 'redirect'}`)}
						</TextLink>
					</li>
				))}
			</ul>
			{acts.includes('assign') && (
				<Form method="post" className="form">
					<Field
						name="executorId"
						label={t('case.assign')}
						type="select"
						defaultValue={executorId ?? ''}
						options={[
							{ value: '', label: t('case.nobody') },
							...members.map(({ id, name }) => ({ value: id, label: name })),
						]}
					/>
					<Button variant="secondary" name="intent" value="assign">
						{t('case.assignButton')}
					</Button>
				</Form>
			)}
		</section>
	)
}
