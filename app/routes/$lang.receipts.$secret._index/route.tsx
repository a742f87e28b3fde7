import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '#app/deadlines/day.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { OwnActs } from '#app/inquiries/own-acts.tsx'
import { RateForm } from '#app/inquiries/rate-form.tsx'
import type { Thread } from '#app/inquiries/thread.ts'
import { ThreadBody } from '#app/inquiries/thread-view.tsx'
import { waysOf } from '#app/inquiries/ways.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { inquiryPath, receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { JustDone } from '#app/routes/$lang.inquiries.$number._index/route.tsx'
import { shownQuestion } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { qrOf } from '#app/ui/qr.server.ts'
import { QrCode } from '#app/ui/qr-code.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = (given: Parameters<typeof pageTitle>[0]) => [
	...pageTitle(given),
	{ name: 'robots', content: 'noindex, nofollow' },
]

export const headers = () => ({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, language } = await shownQuestion(request, params)
	const secret = String(params.secret)
	const profile = profileById(thread.profileId)
	const arrivedOn = profile ? dayIn(profile.time.zone, thread.receivedAt) : thread.registeredOn
	return {
		thread,
		secret,
		qr: qrOf(configuration().PUBLIC_URL + receiptPath(language, secret)),
		/** Registered later than it arrived: the article that says so. */
		registration: arrivedOn < thread.registeredOn ? profile?.registration.article : undefined,
		title: translator(language)('inquiries:receipt.titleOf', { number: thread.number }),
	}
}

export default function Receipt() {
	const { thread, secret, qr, registration } = useLoaderData<typeof loader>()
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const ways = waysOf(language, thread.number, secret)
	const mayRate = thread.handlings.some(({ acts }) => acts.includes('rate'))
	return (
		<article>
			<JustDone />
			<header className="page-heading">
				<p className="quiet">{t('receipt.title')}</p>
				<Heading level={1} size="2xl">
					<span className="tabular">{thread.number}</span>
				</Heading>
				{thread.question && (
					<p className="lead" lang={thread.language}>
						{thread.question.subject}
					</p>
				)}
			</header>
			<div className="split">
				<div className="stack" data-gap="wide">
					<Facts thread={thread} registration={registration} />
					<ThreadBody thread={thread} ways={ways} />
				</div>
				<div className="stack">
					<OwnActs thread={thread} ways={ways} />
					{mayRate && (
						<Card as="section" labelledBy="rate">
							<Heading level={2} size="xs" id="rate">
								{t('rate.title')}
							</Heading>
							<RateForm action={ways.act('satisfaction')} given={thread.satisfaction} />
						</Card>
					)}
					<Keep qr={qr} />
					{thread.visibility === 'public' && (
						<p>
							<TextLink href={inquiryPath(language, thread.number)}>{t('receipt.public')}</TextLink>
						</p>
					)}
				</div>
			</div>
		</article>
	)
}

function Facts({ thread, registration }: { thread: Thread; registration?: string }) {
	const { t } = useTranslation(['inquiries', 'law'])
	const language = useLanguage()
	const { office, body } = thread
	const { startedOn, unbound, originalDueOn: due } = thread.handlings[0]?.clock ?? {}
	const undated = t('inquiries:receipt.undated')
	return (
		<>
			<DefinitionList
				compact
				entries={[
					{
						term: t('inquiries:receipt.to'),
						value: office ? `${office.names[language]}, ${body.names[language]}` : body.names[language],
					},
					{ term: t('inquiries:check.kind'), value: t(`law:kind.${thread.kind as 'request'}.name`) },
					{ term: t('inquiries:receipt.from'), value: thread.author },
					{ term: t('inquiries:receipt.received'), value: <Time at={thread.receivedAt} /> },
					{
						term: t('inquiries:receipt.registered'),
						value: startedOn ? <Time on={thread.registeredOn} /> : undated,
					},
					{
						term: t('inquiries:receipt.due'),
						value: due ? (
							<strong>{dayInWords(language, due)}</strong>
						) : unbound ? (
							t('inquiries:receipt.unbound')
						) : (
							undated
						),
					},
					{
						term: t('inquiries:check.visibility'),
						value: t(`inquiries:visibility.${thread.visibility}`),
					},
				]}
			/>
			{registration && (
				<p className="small">
					{t('inquiries:receipt.registeredLater')} <Article of={registration} />
				</p>
			)}
		</>
	)
}

function Keep({ qr }: { qr: { size: number; d: string } }) {
	const { t } = useTranslation('inquiries')
	return (
		<Card as="section" labelledBy="keep">
			<Heading level={2} size="xs" id="keep">
				{t('receipt.keep')}
			</Heading>
			<p>{t('receipt.keepHelp')}</p>
			<QrCode qr={qr} label={t('receipt.qr')} />
			<p className="small no-print">{t('receipt.print')}</p>
		</Card>
	)
}
