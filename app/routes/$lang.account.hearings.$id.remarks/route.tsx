import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { holdingPath, remarkGroupPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { rowByOrdinal, rowsOf, sortableOf } from '#app/remarks/find.server.ts'
import { RemarkItem } from '#app/remarks/remark-item.tsx'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { LetterForm } from './letter-form.tsx'
import { SortForms } from './sort-forms.tsx'
import { sortOrEnter } from './sorting.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language } = await pageToAct(
		request,
		params,
		'sort-remarks',
		'enter-remark',
	)
	const may = {
		sort: mayDo('sort-remarks', person, hearing),
		enter: mayDo('enter-remark', person, hearing),
	}
	const asked = new URL(request.url).searchParams
	const ordinal = ordinalIn(asked.get('row'))
	const row = may.sort && ordinal ? await rowByOrdinal(readOwn, hearing.id, ordinal) : undefined
	const list =
		may.sort && !row
			? await rowsOf(readOwn, hearing.id, 'all', { after: ordinalIn(asked.get('after')) ?? 0 })
			: undefined
	return {
		title: translator(language)('remarks:sorting.title'),
		head,
		may,
		row,
		remarks: row
			? await sortableOf(readOwn, hearing.id, row.id, {
					before: ordinalIn(asked.get('before')),
					named: !hearing.civic,
				})
			: undefined,
		list,
		entered: ordinalIn(asked.get('entered')),
		regions: regionsOf(hearing.profileId),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { act, law, hearing, language } = await holdingPage(request, params)
	const outcome = await sortOrEnter(request, { act, law, hearing, address: addressOf(context) })
	if (!outcome.ok) return data({ form: outcome.form }, outcome.status)
	throw redirect(holdingPath(language, act.hearingId, 'remarks', outcome.value), 303)
}

export default function Sorting() {
	const { head, may, row, remarks, list, entered, regions } = useLoaderData<typeof loader>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const filled = useFormOf('remarks', useActionData<{ form?: FormReply }>()?.form)
	const path = (over = {}) => holdingPath(language, head.id, 'remarks', over)
	const number = head.number ?? ''
	return (
		<HoldingFrame head={head} title={t('sorting.title')} problems={filled.problems}>
			<p>{t('sorting.lead')}</p>
			{entered && <Notice tone="success" heading={t('sorting.entered', { ordinal: entered })} />}
			{row && remarks && (
				<section className="stack" aria-labelledby="row">
					<Heading level={2} id="row">
						{t('row', { row: row.ordinal })}
					</Heading>
					<p className="row">
						<TextLink href={path()}>{t('sorting.back')}</TextLink>
						<TextLink href={remarkGroupPath(language, number, row.ordinal)}>{t('answering.read')}</TextLink>
					</p>
					<Form method="post" className="form">
						<input type="hidden" name="groupId" value={row.id} />
						<Field
							name="into"
							label={t('sorting.into')}
							width="short"
							inputMode="numeric"
							error={filled.problem('into')}
						/>
						<Button name="intent" value="merge" variant="secondary">
							{t('sorting.merge')}
						</Button>
					</Form>
					<Form method="post" id="split" className="actions">
						<input type="hidden" name="groupId" value={row.id} />
						{row.remarks > 1 && (
							<Button name="intent" value="split" variant="secondary">
								{t('sorting.split')}
							</Button>
						)}
					</Form>
					<ol className="entries" aria-labelledby="row">
						{remarks.items.map(({ shown, original, name, canBeSorted }) => (
							<RemarkItem key={shown.ordinal} number={number} remark={shown} grouped>
								{row.remarks > 1 && canBeSorted && (
									<Check
										name="ordinals"
										id={`pick-${shown.ordinal}`}
										form="split"
										value={shown.ordinal}
										label={t('sorting.pick', { ordinal: shown.ordinal })}
									/>
								)}
								{canBeSorted && (
									<SortForms
										remark={{ ordinal: shown.ordinal, state: shown.state, original, name }}
										filled={Number(filled.value('ordinal')) === shown.ordinal ? filled : undefined}
									/>
								)}
							</RemarkItem>
						))}
					</ol>
					{remarks.next && (
						<p>
							<TextLink href={path({ row: row.ordinal, before: remarks.next })}>{t('older')}</TextLink>
						</p>
					)}
				</section>
			)}
			{list && (
				<section className="stack" aria-labelledby="rows">
					<Heading level={2} id="rows">
						{t('sorting.rows')}
					</Heading>
					{list.items.length === 0 && <EmptyState icon="tick" heading={t('none')} />}
					<ol className="entries" aria-labelledby="rows">
						{list.items.map((one) => (
							<li key={one.id}>
								<TextLink href={path({ row: one.ordinal })}>
									{t('sorting.group', { row: one.ordinal, title: one.title })}
								</TextLink>{' '}
								<span className="quiet small">{t('people', { count: one.people, number: one.people })}</span>
							</li>
						))}
					</ol>
					{list.next && (
						<p>
							<TextLink href={path({ after: list.next })}>{t('responses.more')}</TextLink>
						</p>
					)}
				</section>
			)}
			{may.enter && !row && <LetterForm regions={regions} filled={filled} />}
		</HoldingFrame>
	)
}
