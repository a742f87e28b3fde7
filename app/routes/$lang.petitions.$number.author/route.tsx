import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { dayIn } from '#app/deadlines/day.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPagePath, petitionPath, sponsorLinkPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { linkSecret, textsOf } from '#app/petitions/petition.server.ts'
import { isPublic } from '#app/petitions/petition.ts'
import { stripSentence } from '#app/petitions/petition-strip.ts'
import { PetitionTag } from '#app/petitions/petition-tag.tsx'
import { stageStrip } from '#app/petitions/stage-strip.ts'
import { movedEnd } from '#app/petitions/terms.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { authorPage } from './author-page.server.ts'
import { HowItStands } from './how-it-stands.tsx'

export const meta = pageTitle

const DONE = ['opened', 'linked'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { language, number, petition, law, may, act } = await authorPage(request, params)
	const { readOwn } = await store()
	const { PUBLIC_URL, SECRET_KEY } = configuration()
	const [text] = await textsOf(readOwn, petition)
	const { state } = petition
	const zone = law.profile.time.zone
	const stage = state === 'sponsoring' ? 'sponsors' : 'check'
	const began =
		state === 'sponsoring' ? petition.linkedAt : state === 'checking' ? petition.sponsoredAt : null
	const from = began && dayIn(zone, began)
	const movedTo = from && stage === 'sponsors' ? movedEnd(law, stage, from, petition.sponsorsBy) : null
	const done = new URL(request.url).searchParams.get('done')
	const link = sponsorLinkPath(language, linkSecret(SECRET_KEY, petition.id))
	return {
		title: translator(language)('proposing:author.title'),
		done: DONE.find((one) => one === done),
		number,
		state,
		heading: text?.title ?? '',
		textLanguage: petition.language,
		html: text?.html ?? '',
		link: state === 'sponsoring' ? { path: link, address: PUBLIC_URL + link } : undefined,
		confirmed: (await tallyOf(readOwn, petition.id))?.confirmed ?? 0,
		needed: petition.sponsorsNeeded,
		strip: from && stageStrip(law, { id: stage, from, movedTo }, dayIn(zone, act.now)),
		rejection:
			state === 'rejected'
				? { ground: String(petition.rejectionGround), reason: String(petition.rejectionReason) }
				: undefined,
		isPublic: isPublic(petition),
		acts: {
			withdraw: may('withdraw'),
			counter: may('link-counter'),
			updates: may('write-update'),
		},
	}
}

export default function AuthorPage() {
	const { t } = useTranslation('proposing')
	const { t: words } = useTranslation('petitions')
	const language = useLanguage()
	const page = useLoaderData<typeof loader>()
	const { number, state, heading, textLanguage, html, done, strip, acts, isPublic, link } = page
	const at = (name: 'withdrawal' | 'counter' | 'updates') => petitionPagePath(language, number, name)
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading stack">
				<p className="row">
					<PetitionTag state={state} />
					<span className="tabular quiet">{number}</span>
				</p>
				<Heading level={1} lang={textLanguage}>
					{heading}
				</Heading>
			</header>
			{done && (
				<Notice
					tone="success"
					heading={t(done === 'opened' && !link ? 'author.published' : `author.${done}`)}
				/>
			)}
			<HowItStands {...page} />
			{strip && (
				<section className="stack">
					<Heading level={2}>{t('author.stage')}</Heading>
					<DayStrip strip={strip} words={stripSentence(words, language, strip)} />
				</section>
			)}
			{(isPublic || Object.values(acts).includes(true)) && (
				<section className="stack">
					<Heading level={2}>{t('author.acts')}</Heading>
					<ul className="plain-list stack" data-gap="tight">
						{isPublic && (
							<li>
								<TextLink href={petitionPath(language, number)}>{t('author.public')}</TextLink>
							</li>
						)}
						{link && (
							<li>
								<TextLink href={link.path}>{t('author.read')}</TextLink>
							</li>
						)}
						{acts.updates && (
							<li>
								<TextLink href={at('updates')}>{t('author.updates')}</TextLink>
							</li>
						)}
						{acts.counter && (
							<li>
								<TextLink href={at('counter')}>{t('author.counter')}</TextLink>
							</li>
						)}
					</ul>
					{acts.withdraw && (
						<p className="actions">
							<LinkButton variant="secondary" color="danger" href={at('withdrawal')}>
								{t('author.withdraw')}
							</LinkButton>
						</p>
					)}
				</section>
			)}
			<section className="stack">
				<Heading level={2}>{t('author.text')}</Heading>
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
				<div className="prose" lang={textLanguage} dangerouslySetInnerHTML={{ __html: html }} />
			</section>
		</div>
	)
}
