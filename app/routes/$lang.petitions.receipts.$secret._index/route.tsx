import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import { checkReceiptPath, petitionPagePath, petitionPath, signatureReceiptPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { isPublic, SIGNED_IN_STATES } from '#app/petitions/petition.ts'
import { publicState } from '#app/receipts/public-state.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { OWN_PAGE, receiptTextOfPage, signatureOfPage } from './receipt-page.server.ts'

export const meta = pageTitle
export const headers = () => OWN_PAGE

export async function loader({ params }: LoaderFunctionArgs) {
	const { secret, petition, number, signature, title } = await signatureOfPage(params)
	const { ordinal, method, region, signedAt } = signature
	const state = publicState(signature.state)
	return {
		secret,
		number,
		title: translator(pageLanguage(params))('signing:receipt.title', { number }),
		petition: { title, language: petition.language, isPublic: isPublic(petition) },
		signature: { ordinal, state, method, region, signedAt },
		mayWithdraw: SIGNED_IN_STATES.includes(petition.state) && state === 'given',
		text: await receiptTextOfPage(params),
	}
}

export default function SignatureReceipt() {
	const { t } = useTranslation('signing')
	const language = useLanguage()
	const { secret, number, petition, signature, mayWithdraw, text } = useLoaderData<typeof loader>()
	return (
		<div className="column stack" data-gap="wide">
			<header className="stack">
				<p className="quiet tabular">{number}</p>
				<Heading level={1}>
					{signature.state === 'withdrawn' ? t('receipt.withdrawn') : t('receipt.heading')}
				</Heading>
				<p className="lead">{t('receipt.place', { ordinal: numberInWords(language, signature.ordinal) })}</p>
			</header>
			<Said state={signature.state} />
			<Facts />
			{text ? (
				<Card as="section" labelledBy="keep">
					<Heading level={2} id="keep">
						{t('receipt.keep')}
					</Heading>
					<p>{t('receipt.keepText')}</p>
					<pre className="statement">{text}</pre>
					<p className="actions">
						<TextLink href={signatureReceiptPagePath(language, secret, 'receipt.txt')}>
							{t('receipt.download')}
						</TextLink>
						<TextLink href={checkReceiptPath(language)}>{t('receipt.check')}</TextLink>
					</p>
				</Card>
			) : (
				signature.state !== 'withdrawn' && <p>{t('receipt.anonymous')}</p>
			)}
			<p className="actions">
				{petition.isPublic && <TextLink href={petitionPath(language, number)}>{t('receipt.back')}</TextLink>}
				{petition.isPublic && (
					<TextLink href={petitionPagePath(language, number, 'signatures')}>{t('receipt.list')}</TextLink>
				)}
				{mayWithdraw && (
					<TextLink href={signatureReceiptPagePath(language, secret, 'withdrawal')}>
						{t('receipt.withdraw')}
					</TextLink>
				)}
			</p>
		</div>
	)
}

function Said({ state }: { state: string }) {
	const { t } = useTranslation('signing')
	const { number } = useLoaderData<typeof loader>()
	const language = useLanguage()
	if (state === 'withdrawn') return <p>{t('receipt.withdrawnText')}</p>
	if (state !== 'removed') return null
	return (
		<Notice tone="warning" heading={t('receipt.removed')}>
			<p>
				<TextLink href={petitionPagePath(language, number, 'removals')}>{t('receipt.removedText')}</TextLink>
			</p>
		</Notice>
	)
}

function Facts() {
	const { t } = useTranslation('signing')
	const { t: law } = useTranslation('law')
	const { petition, signature } = useLoaderData<typeof loader>()
	const { region, method, signedAt } = signature
	const named =
		region === 'abroad' ? t('abroad') : region === 'unknown' ? t('receipt.unknown') : regionName(law, region)
	return (
		<DefinitionList
			compact
			entries={[
				{
					term: t('receipt.petition'),
					value: <span lang={petition.language}>{petition.title}</span>,
				},
				{ term: t('receipt.time'), value: <Time at={signedAt} /> },
				{ term: t('receipt.how'), value: t(`method.${method}`) },
				{ term: t('receipt.region'), value: named },
			]}
		/>
	)
}
