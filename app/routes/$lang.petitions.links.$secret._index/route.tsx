import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodiesNamed } from '#app/bodies/find.server.ts'
import { filesOf } from '#app/files/attached.server.ts'
import { Attached } from '#app/files/attached.tsx'
import { dayInWords, numberInWords } from '#app/i18n/dates.ts'
import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filePath, petitionPath, sponsorLinkPath, sponsorPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { petitionByLink, textsOf } from '#app/petitions/petition.server.ts'
import { isPublic } from '#app/petitions/petition.ts'
import { Progress } from '#app/petitions/progress.tsx'
import { isOver } from '#app/signing/take.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** Not for search engines: whoever was given the link may see it. */
export const meta = (page: { data?: unknown }) => [...pageTitle(page), { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { readOwn } = await store()
	const language = pageLanguage(params)
	const secret = String(params.secret)
	const petition = await petitionByLink(readOwn, secret)
	if (!petition?.number || (petition.hidden && petition.state === 'rejected')) throw notFound()
	if (isPublic(petition)) throw redirect(petitionPath(language, petition.number))
	const texts = await textsOf(readOwn, petition)
	const asked = new URL(request.url).searchParams.get('text')
	const text =
		texts.find((one) => one.language === asked) ?? texts.find((one) => one.language === language) ?? texts[0]
	if (!text) throw notFound()
	const [body] = await bodiesNamed(readOwn, petition.bodyId ? [petition.bodyId] : [])
	const files = await filesOf(readOwn, 'petition', [String(petition.id)], true)
	const confirmed = (await tallyOf(readOwn, petition.id))?.confirmed ?? 0
	return {
		title: text.title,
		secret,
		number: petition.number,
		// Its time is over also while no duty has ended it.
		state: petition.state === 'sponsoring' && isOver(petition, new Date()) ? 'lapsed' : petition.state,
		body: body?.names,
		author: petition.publicAuthor,
		representing: petition.representing,
		record: petition.language,
		text: { language: text.language, html: text.html },
		others: texts.map((one) => one.language).filter((one) => one !== text.language),
		files: files.get(String(petition.id)) ?? [],
		confirmed,
		needed: petition.sponsorsNeeded,
		until: petition.sponsorsBy,
		full: petition.sponsorsMost !== null && confirmed >= petition.sponsorsMost,
	}
}

export default function SponsorPage() {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const petition = useLoaderData<typeof loader>()
	const { title, number, body, author, representing, record, text, others, files, secret } = petition
	const name = (one: string) => LANGUAGE_NAMES[isLanguage(one) ? one : 'kk']
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading stack">
				<p className="tabular quiet">{number}</p>
				<Heading level={1} lang={text.language}>
					{title}
				</Heading>
				<p className="meta">
					<span>
						{t('link.to')}: {body?.[language]}
					</span>
					<span>
						{t('link.by')}: {author}
						{representing && `, ${t('link.for')} ${representing}`}
					</span>
				</p>
			</header>
			<HowFar {...petition} />
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" lang={text.language} dangerouslySetInnerHTML={{ __html: text.html }} />
			<Attached files={files} ways={{ file: ({ id, name: called }) => filePath(id, called) }} />
			{others.length > 0 && (
				<p>
					{t(text.language === record ? 'link.original' : 'link.translation', { language: name(record) })}{' '}
					{t('link.inOther')}:{' '}
					{others.map((one) => (
						<TextLink key={one} href={`${sponsorLinkPath(language, secret)}?text=${one}`}>
							{name(one)}
						</TextLink>
					))}
				</p>
			)}
		</div>
	)
}

type Shown = Pick<
	ReturnType<typeof useLoaderData<typeof loader>>,
	'state' | 'confirmed' | 'needed' | 'until' | 'full' | 'secret'
>

function HowFar({ state, confirmed, needed, until, full, secret }: Shown) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	if (state !== 'sponsoring')
		return <Notice tone="warning" heading={t(`link.${state as 'checking' | 'lapsed' | 'withdrawn'}`)} />
	return (
		<Notice heading={t('link.supporters')}>
			<p className="row">
				<Progress value={confirmed} most={needed} label={t('link.supporters')} />
				<span className="tabular">
					{t('link.soFar', {
						number: numberInWords(language, confirmed),
						needed: numberInWords(language, needed),
					})}
				</span>
			</p>
			{until && <p>{t('link.until', { day: dayInWords(language, until) })}</p>}
			<p>{t('link.notListed')}</p>
			{full ? (
				<p>{t('link.full')}</p>
			) : (
				<p className="actions">
					<LinkButton icon="pen" href={sponsorPagePath(language, secret, 'signature')}>
						{t('link.sign')}
					</LinkButton>
				</p>
			)}
		</Notice>
	)
}
