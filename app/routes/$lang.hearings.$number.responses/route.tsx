import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { numberInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingFilePath, hearingPagePath, remarkGroupPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { coverageOf } from '#app/remarks/coverage.server.ts'
import { CoverageMeter } from '#app/remarks/coverage-meter.tsx'
import { rowsOf } from '#app/remarks/find.server.ts'
import { RowAnswers } from '#app/remarks/row-answers.tsx'
import { ROWS } from '#app/remarks/shown.ts'
import { ordinalIn } from '#app/text/ordinal.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const asked = new URL(request.url).searchParams
	const which = ROWS.find((one) => one === asked.get('rows')) ?? 'all'
	const after = ordinalIn(asked.get('after')) ?? 0
	return {
		title: `${translator(language)('remarks:responses.title')} ${number}`,
		head,
		number,
		which,
		coverage: await coverageOf(read, hearing.id),
		list: await rowsOf(read, hearing.id, which, { after }),
	}
}

export default function Responses() {
	const { head, number, which, coverage, list } = useLoaderData<typeof loader>()
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const path = (rows: string, after?: number) =>
		hearingPagePath(language, number, 'responses', { rows: rows === 'all' ? undefined : rows, after })
	return (
		<HearingFrame head={head} title={t('responses.title')}>
			<p>{t('responses.lead')}</p>
			<CoverageMeter coverage={coverage} />
			<p className="row">
				<TextLink href={hearingPagePath(language, number, 'remarks')}>{t('toAll')}</TextLink>
				<TextLink href={hearingFilePath(number, 'responses.csv')}>{t('csv')}</TextLink>
				<TextLink href={hearingFilePath(number, 'responses.json')}>{t('json')}</TextLink>
			</p>
			<Filters
				label={t('responses.show')}
				places={ROWS.map((one) => ({
					label: t(`responses.rows.${one}`),
					href: path(one),
					current: one === which,
				}))}
			/>
			{list.items.length === 0 ? (
				<EmptyState icon="tick" heading={t('responses.none')} />
			) : (
				<ol className="entries" aria-label={t('responses.title')}>
					{list.items.map((row) => (
						<li key={row.ordinal} className="stack" data-gap="tight" id={`row-${row.ordinal}`}>
							<Heading level={2} size="xs">
								<TextLink href={remarkGroupPath(language, number, row.ordinal)}>
									{t('row', { row: row.ordinal })}
								</TextLink>
								{row.title && (
									<>
										{': '}
										<span lang={row.language}>{row.title}</span>
									</>
								)}
							</Heading>
							<p className="quiet small">
								{t('groupCount', {
									count: row.remarks,
									number: numberInWords(language, row.remarks),
									people: t('people', { count: row.people, number: numberInWords(language, row.people) }),
								})}
							</p>
							<RowAnswers row={row} />
						</li>
					))}
				</ol>
			)}
			{list.next && (
				<p>
					<TextLink href={path(which, list.next)}>{t('responses.more')}</TextLink>
				</p>
			)}
		</HearingFrame>
	)
}
