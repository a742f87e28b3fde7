import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingPagePath, remarkGroupPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { remarkOf, remarksOf, rowByOrdinal } from '#app/remarks/find.server.ts'
import { RemarkItem } from '#app/remarks/remark-item.tsx'
import { RowAnswers } from '#app/remarks/row-answers.tsx'
import { ordinalIn } from '#app/text/ordinal.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const ordinal = ordinalIn(params.ordinal) ?? 0
	const row = await rowByOrdinal(read, hearing.id, ordinal)
	if (!row) throw notFound()
	const asked = new URL(request.url).searchParams.get('before') ?? ''
	const before = ordinalIn(asked)
	const list = await remarksOf(read, hearing.id, { groupId: row.id }, { before })
	if (list.items.length === 0 && !before) {
		// It was merged with another: its first remark says with which.
		const first = await remarkOf(read, hearing.id, row.remarkOrdinal)
		if (first && first.group.ordinal !== ordinal)
			throw redirect(remarkGroupPath(language, number, first.group.ordinal))
	}
	return {
		title: `${translator(language)('remarks:row', { row: ordinal })} · ${number}`,
		head,
		number,
		row,
		list,
	}
}

export default function Group() {
	const { head, number, row, list } = useLoaderData<typeof loader>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	return (
		<HearingFrame head={head} title={t('row', { row: row.ordinal })}>
			{row.title && (
				<p lang={row.language}>
					<strong>{row.title}</strong>
				</p>
			)}
			<p>
				{t('groupCount', {
					count: row.remarks,
					number: numberInWords(language, row.remarks),
					people: t('people', { count: row.people, number: numberInWords(language, row.people) }),
				})}
			</p>
			<section className="stack" aria-labelledby="answer">
				<Heading level={2} id="answer">
					{t('responses.one')}
				</Heading>
				<RowAnswers row={row} />
			</section>
			<section className="stack" aria-labelledby="remarks">
				<Heading level={2} id="remarks">
					{t('title')}
				</Heading>
				<ol className="entries" aria-labelledby="remarks">
					{list.items.map((remark) => (
						<RemarkItem key={remark.ordinal} number={number} remark={remark} grouped />
					))}
				</ol>
				{list.next && (
					<p>
						<TextLink href={remarkGroupPath(language, number, row.ordinal, { before: list.next })}>
							{t('older')}
						</TextLink>
					</p>
				)}
			</section>
			<p>
				<TextLink href={hearingPagePath(language, number, 'remarks')}>{t('toAll')}</TextLink>
			</p>
		</HearingFrame>
	)
}
