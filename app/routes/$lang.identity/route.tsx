import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { type Errand, errandCookie, errandOf } from '#app/people/errand.server.ts'
import * as fields from '#app/people/fields.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { waysUp } from '#app/people/level.server.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { authorizationAt, providerById } from '#app/people/oidc.server.ts'
import { uncarry } from '#app/people/pending.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { putAway, takeOut } from '#app/people/waiting-form.server.ts'
import { WaysUp } from '#app/people/ways-up.tsx'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

const SENT = z.object({
	provider: z.string().max(40),
	anew: z.boolean().default(false),
	carried: fields.sealed,
	next: fields.next,
})

/** Each has its sentence: what a provider said, or what stands in the way here. */
const PROBLEMS = [
	'lost',
	'changed',
	'cancelled',
	'unavailable',
	'invalid',
	'claims',
	'assurance',
	'unlinked',
	'closed',
	'elsewhere',
	'somebody-else',
	'no-person',
	'often',
] as const
type Problem = (typeof PROBLEMS)[number]

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { searchParams } = new URL(request.url)
	const errand = errandOf(request, searchParams.get('errand'))
	const problem = PROBLEMS.find((one) => one === searchParams.get('problem'))
	const carried = await carriedBy(errand)
	const signedIn = (await personOf(request)) !== null
	const goOn = problem || !signedIn ? undefined : uncarry(carried)
	return {
		title: translator(language)('people:identity.title'),
		problem,
		goOn,
		carried,
		next: errand?.next,
		ways: waysUp(),
		label: providerById(errand?.provider)?.label,
	}
}

/** Sends people to the provider by a page that turns over at once: a form may lead to no other site. */
export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	const provider = form.ok ? providerById(form.value.provider) : undefined
	if (!form.ok || !provider) throw notFound()
	const { anew, carried, next } = form.value
	const may = await limited('identity', { address: addressOf(context) })
	if (!may.ok) return data({ problem: 'often' as Problem, carried, next, label: provider.label }, 429)

	const report = (error: unknown) => context.reportFailure?.(error)
	const authorization = await authorizationAt(provider, language, report)
	if (!authorization.ok) {
		const problem: Problem = authorization.refusal
		return data({ problem, carried, next, label: provider.label }, 503)
	}
	const { url, handshake } = authorization.value
	const person = await personOf(request)
	const errand: Errand = {
		...handshake,
		provider: provider.id,
		language,
		personId: anew ? null : (person?.personId ?? null),
		next: next?.slice(0, 500) ?? null,
		form: carried && uncarry(carried) ? await formPutAway(carried) : null,
	}
	const headers = { 'Set-Cookie': errandCookie(errand), Refresh: `0; url=${url}` }
	return data({ going: url, label: provider.label }, { headers })
}

async function formPutAway(carried: string) {
	const { write } = await store()
	return write(`form:${crypto.randomUUID()}`, (tx) => putAway(tx, { carried, now: new Date() }))
}

async function carriedBy(errand: Errand | undefined): Promise<string | undefined> {
	if (!errand?.form) return undefined
	const { readOwn } = await store()
	return takeOut(readOwn, { ...errand.form, now: new Date() })
}

interface Answer {
	going?: string
	problem?: Problem
	carried?: string
	next?: string
	label?: { kk: string; ru: string; en: string }
}

export default function IdentityShown() {
	const { t } = useTranslation('people')
	const language = useLanguage()
	const loaded = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const shown = answer ?? loaded
	const provider = shown.label?.[language] ?? t('identity.provider')
	if (answer?.going)
		return (
			<div className="stack">
				<Heading level={1}>{t('identity.going', { provider })}</Heading>
				<p>
					<TextLink href={answer.going}>{t('identity.goThere')}</TextLink>
				</p>
			</div>
		)
	if (loaded.goOn && !answer) return <GoOn {...loaded.goOn} />
	const { problem } = shown
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{t('identity.title')}</Heading>
			{problem ? (
				<Notice tone="warning" heading={t(`identity.problem.${problem}`, { provider })}>
					<p>{t(`identity.help.${problem}`, { provider })}</p>
					{shown.carried && <p>{t('level.kept')}</p>}
				</Notice>
			) : (
				<p>{t('identity.lead')}</p>
			)}
			<WaysUp ways={loaded.ways} anew={problem === 'elsewhere'} carried={shown.carried} next={shown.next} />
			<p>
				<TextLink href={signInPath(language, { next: shown.next ?? undefined })}>
					{t('identity.otherwise')}
				</TextLink>
			</p>
		</div>
	)
}
