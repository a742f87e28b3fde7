import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodyByCode } from '#app/bodies/find.server.ts'
import { OfOwnWill } from '#app/bodies/of-own-will.tsx'
import { OfficeList } from '#app/bodies/office-list.tsx'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { HearingsOf } from '#app/hearings/hearings-of.tsx'
import { firstHearings } from '#app/hearings/list.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { firstInquiries } from '#app/inquiries/find.server.ts'
import { OpenQuestions } from '#app/inquiries/open-questions.tsx'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import {
	bodiesPath,
	bodyFeedPath,
	bodyFigurePath,
	bodyPath,
	inquiriesPath,
	newInquiryPath,
} from '#app/links.ts'
import { bodyMailAddress, mailHome } from '#app/mail/address.server.ts'
import { MailAddress } from '#app/mail/mail-address.tsx'
import { notFound } from '#app/not-found.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { firstPetitions } from '#app/petitions/list.server.ts'
import { PetitionsTo } from '#app/petitions/petitions-to.tsx'
import { FigureLedger } from '#app/statistics/figure-ledger.tsx'
import { figuresKept } from '#app/statistics/find.server.ts'
import { store } from '#app/store.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { configuration } from '#server/configuration.ts'

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

const QUESTIONS_SHOWN = 5
const PETITIONS_SHOWN = 3

export async function loader({ params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const body = await bodyByCode(read, params.code ?? '', today)
	if (!body) throw notFound()
	// One body, one address.
	if (body.code !== params.code) throw redirect(bodyPath(language, body.code), 301)
	const [figures, open, petitions, hearings] = await Promise.all([
		figuresKept(read, { bodyId: body.id }, { law, today }),
		firstInquiries(read, { bodyId: body.id, state: 'open' }, { limit: QUESTIONS_SHOWN, law, today }),
		firstPetitions(read, { bodyId: body.id }, { language, limit: PETITIONS_SHOWN }),
		firstHearings(read, { bodyId: body.id }, { language, limit: PETITIONS_SHOWN }),
	])
	const home = mailHome()
	return {
		title: body.names[language],
		body,
		figures,
		open,
		petitions,
		hearings,
		feed: bodyFeedPath(language, body.code),
		address: home && bodyMailAddress(body.code, home),
	}
}

export default function BodyPage() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const { body, figures, open, petitions, hearings, address, feed } = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="section">
			<header className="page-heading">
				<Breadcrumbs
					label={t('way')}
					steps={[{ label: t('bodies.title'), href: bodiesPath(language) }, { label: body.names[language] }]}
				/>
				<Heading level={1}>{body.names[language]}</Heading>
				{body.closedAt ? (
					<Notice tone="warning">
						<p>{t('body.closed')}</p>
					</Notice>
				) : (
					<p className="actions">
						<LinkButton icon="pen" href={newInquiryPath(language, { body: body.code })}>
							{t('body.ask')}
						</LinkButton>
						<MailAddress address={address} />
						<FollowLinks subject="body" name={body.code} feed={feed} />
					</p>
				)}
				{!body.closedAt && !body.bound && <OfOwnWill />}
			</header>
			<FigureLedger figures={figures} hrefFor={(figure) => bodyFigurePath(language, body.code, figure)} />
			<div className="split">
				<div className="stack" data-gap="section">
					<OpenQuestions open={open} all={inquiriesPath(language, { body: body.code, state: 'open' })} />
					<PetitionsTo code={body.code} petitions={petitions} />
					<HearingsOf code={body.code} hearings={hearings} />
				</div>
				<div className="stack" data-gap="wide">
					<section className="stack" aria-labelledby="offices">
						<Heading level={2} size="sm" id="offices">
							{t('body.offices')}
						</Heading>
						{body.offices.length > 0 ? (
							<OfficeList offices={body.offices} />
						) : (
							<EmptyState icon="person" heading={t('body.noOffices')} />
						)}
					</section>
					<Relatives body={body} />
				</div>
			</div>
		</div>
	)
}

/** Where one complains about it, and what it stands above. */
function Relatives({ body }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'body'>) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<>
			{body.parent && (
				<section className="stack" data-gap="tight" aria-labelledby="above">
					<Heading level={2} size="sm" id="above">
						{t('body.above')}
					</Heading>
					<p>
						<a href={bodyPath(language, body.parent.code)}>{body.parent.names[language]}</a>
					</p>
					<p className="quiet small">{t('body.aboveHelp')}</p>
				</section>
			)}
			{body.below.length > 0 && (
				<section className="stack" data-gap="tight" aria-labelledby="below">
					<Heading level={2} size="sm" id="below">
						{t('body.below')}
					</Heading>
					<ul className="offices">
						{body.below.map(({ code, names }) => (
							<li key={code}>
								<a href={bodyPath(language, code)}>{names[language]}</a>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	)
}
