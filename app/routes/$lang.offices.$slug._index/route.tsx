import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publishedPosts } from '#app/blogs/find.server.ts'
import { successionOn } from '#app/bodies/body.ts'
import { holdersOf, officeBySlug } from '#app/bodies/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { AskForm } from '#app/inquiries/ask-form.tsx'
import { firstInquiries } from '#app/inquiries/find.server.ts'
import { kindsOf } from '#app/inquiries/forecast.server.ts'
import { OpenQuestions } from '#app/inquiries/open-questions.tsx'
import { withAnswers } from '#app/inquiries/pairs.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { inquiriesPath, officeFeedPath, officeFigurePath } from '#app/links.ts'
import { mailHome, officeMailAddress } from '#app/mail/address.server.ts'
import { notFound } from '#app/not-found.ts'
import { feedsOfPage } from '#app/page-feed.ts'
import { pageTitle } from '#app/page-title.ts'
import { standingFor } from '#app/people/level.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { firstPetitions } from '#app/petitions/list.server.ts'
import { PetitionsTo } from '#app/petitions/petitions-to.tsx'
import { FigureLedger } from '#app/statistics/figure-ledger.tsx'
import { figuresKept } from '#app/statistics/find.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { configuration } from '#server/configuration.ts'
import { OfficeHead } from './office-head.tsx'
import { OfficePosts } from './office-posts.tsx'
import { Answered } from './office-questions.tsx'
import { Succession } from './succession.tsx'

const QUESTIONS_SHOWN = 5
const PETITIONS_SHOWN = 3

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { read } = await store()
	const office = await officeBySlug(read, params.slug ?? '')
	if (!office) throw notFound()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const page = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1
	const when = { law, today }
	const home = mailHome()
	const [held, figures, posts, open, answered, petitions, person] = await Promise.all([
		holdersOf(read, office.id),
		figuresKept(read, { officeId: office.id }, when),
		publishedPosts(read, { officeId: office.id, page }),
		firstInquiries(read, { officeId: office.id, state: 'open' }, { limit: QUESTIONS_SHOWN, ...when }),
		firstInquiries(read, { officeId: office.id, state: 'answered' }, { limit: QUESTIONS_SHOWN, ...when }),
		firstPetitions(read, { bodyId: office.body.id }, { language, limit: PETITIONS_SHOWN }),
		personOf(request),
	])
	return {
		title: office.names[language],
		description: translator(language)('blogs:office.description', { office: office.names[language] }),
		office,
		...successionOn(held, today),
		figures,
		posts,
		open,
		petitions,
		answered: await withAnswers(read, answered),
		kinds: kindsOf(law),
		standing: await standingFor(read, law.profile, 'inquiry', person),
		feed: officeFeedPath(language, office.slug),
		address: home && officeMailAddress(office.body.code, office.slug, home),
	}
}

export const meta: MetaFunction<typeof loader> = (args) => [
	...pageTitle(args),
	...feedsOfPage(args.data?.feed),
]

export default function OfficePage() {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	const {
		office,
		holder,
		former,
		figures,
		posts,
		open,
		answered,
		petitions,
		kinds,
		standing,
		feed,
		address,
	} = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="section">
			<OfficeHead office={office} holder={holder} feed={feed} address={address} />
			<FigureLedger figures={figures} hrefFor={(figure) => officeFigurePath(language, office.slug, figure)} />
			<div className="split">
				<div className="stack" data-gap="section">
					<OfficePosts slug={office.slug} posts={posts} />
					<OpenQuestions open={open} all={inquiriesPath(language, { office: office.slug, state: 'open' })} />
					<Answered slug={office.slug} pairs={answered} />
					<PetitionsTo code={office.body.code} petitions={petitions} />
					{!office.closed && (
						<section className="stack" aria-labelledby="asking">
							<Heading level={2} id="asking">
								{t('office.askHere')}
							</Heading>
							<AskForm
								to={`office:${office.slug}`}
								addressee={office.names}
								unbound={!office.body.bound}
								kinds={kinds}
								standing={standing}
								level={3}
							/>
						</section>
					)}
				</div>
				<Succession holder={holder} former={former} />
			</div>
		</div>
	)
}
