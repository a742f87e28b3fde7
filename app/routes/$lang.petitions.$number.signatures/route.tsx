import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import {
	checkReceiptPath,
	petitionPagePath,
	petitionPath,
	receiptKeyPath,
	signatureListPath,
} from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SignatureMethod } from '#db/schema/petitions.ts'
import { commitmentsPage } from './commitments-page.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const page = await commitmentsPage(request, params)
	const t = translator(pageLanguage(params))
	return { ...page, title: t('petitions:signatures.titleOf', { number: page.number }) }
}

export default function Signatures() {
	const { number, tally, lines } = useLoaderData<typeof loader>()
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<p>
					<TextLink href={petitionPath(language, number)}>{number}</TextLink>
				</p>
				<Heading level={1}>{t('signatures.title')}</Heading>
				<p className="lead">{t('signatures.lead')}</p>
			</header>
			<section className="stack" aria-labelledby="how">
				<Heading level={2} id="how">
					{t('signatures.how')}
				</Heading>
				<ol className="ds-list prose">
					{STEPS.map((step) => (
						<li key={step}>{t(`signatures.${step}`)}</li>
					))}
				</ol>
				<p className="actions">
					<TextLink href={checkReceiptPath(language)}>{t('signatures.check')}</TextLink>
					<TextLink href={receiptKeyPath()}>{t('signatures.key')}</TextLink>
				</p>
				<DefinitionList
					entries={[
						{ term: t('signatures.taken'), value: numberInWords(language, tally.taken) },
						{ term: t('signatures.review'), value: numberInWords(language, tally.review) },
						{
							term: t('signatures.head'),
							value: <code className="break-anywhere">{tally.head}</code>,
						},
					]}
				/>
			</section>
			{lines.length > 0 ? <Lines /> : <EmptyState icon="pen" heading={t('signatures.empty')} />}
		</div>
	)
}

const STEPS = ['step1', 'step2', 'step3', 'step4'] as const

function Lines() {
	const { number, tally, lines, after } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['petitions', 'signing'])
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	const last = lines.at(-1)?.ordinal ?? 0
	const at = (from: number) =>
		petitionPagePath(language, number, 'signatures', from > 0 ? { after: from } : undefined)
	const inWords = (value: number) => numberInWords(language, value)
	return (
		<div className="stack">
			<Form method="get" action={at(0)} className="search-box" reloadDocument>
				<Field
					name="after"
					type="number"
					width="short"
					label={t('petitions:signatures.after')}
					defaultValue={after}
					min={0}
					max={tally.taken}
				/>
				<Button variant="secondary">{t('petitions:signatures.go')}</Button>
			</Form>
			<p className="actions">
				<TextLink href={signatureListPath(number, 'csv', { after, limit: 10_000 })}>
					{t('petitions:signatures.csv')}
				</TextLink>
				<TextLink href={signatureListPath(number, 'json', { after, limit: 10_000 })}>
					{t('petitions:signatures.json')}
				</TextLink>
			</p>
			<Table
				caption={t('petitions:signatures.caption', {
					from: inWords(after + 1),
					to: inWords(last),
					of: inWords(tally.taken),
				})}
				dense
				stacked
				columns={COLUMNS.map((column) => ({ label: t(`petitions:signatures.${column}`) }))}
				rows={lines.map(({ ordinal, hour, region, method, state, commitment }) => ({
					key: ordinal,
					cells: [
						inWords(ordinal),
						`${hour.replace('T', ' ')}:00`,
						region === 'unknown' ? t('petitions:map.unknown') : regionName(law, region),
						t(`signing:method.${method as SignatureMethod}`),
						t(`petitions:signatures.states.${state}`),
						<code key="commitment" className="break-anywhere">
							{commitment}
						</code>,
					],
				}))}
			/>
			<p className="actions">
				{after > 0 && <TextLink href={at(0)}>{t('petitions:signatures.first')}</TextLink>}
				{last < tally.taken && <TextLink href={at(last)}>{t('petitions:signatures.next')}</TextLink>}
			</p>
		</div>
	)
}

const COLUMNS = ['ordinal', 'hour', 'region', 'method', 'state', 'commitment'] as const
