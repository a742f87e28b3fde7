import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { dayIn } from '#app/deadlines/day.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { accountPagePath, erasurePath, signInPath } from '#app/links.ts'
import { effectOfErasure } from '#app/own-data/effect.server.ts'
import { eraseAccount, keysForErasure } from '#app/own-data/erase.server.ts'
import { refusalToErase } from '#app/own-data/erasure.ts'
import { pageTitle } from '#app/page-title.ts'
import { isDemoEmail } from '#app/people/demo.ts'
import { ownAccount } from '#app/people/own-account.server.ts'
import { provenAgain, wayToProve } from '#app/people/prove-again.server.ts'
import { ProveAgain } from '#app/people/prove-again.tsx'
import { endSession, requirePerson } from '#app/people/session.server.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { Goes } from './goes.tsx'
import { Stays } from './stays.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await ownAccount(request)
	const { readOwn } = await store()
	const effect = await effectOfErasure(readOwn, person, dayIn(zoneInForce(), new Date()))
	const { profile } = await lawOf(readOwn, configuration().JURISDICTION)
	return {
		title: translator(pageLanguage(params))('people:erasure.title'),
		way: await wayToProve(request, person),
		effect,
		refusal: refusalToErase(effect.inForce),
		law: {
			retention: profile.data.retention,
			article: profile.data.record_article,
		},
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const person = await ownAccount(request)
	const proven = await provenAgain(request, context, person)
	if (!proven.ok) return proven.answer
	if (configuration().DEMO && isDemoEmail(person.email ?? '')) return data({ refusal: 'demo' }, 403)

	const { readOwn, write } = await store()
	const outcome = await write(await keysForErasure(readOwn, person), (tx) =>
		eraseAccount(tx, { actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	const headers = { 'Set-Cookie': await endSession(request) }
	return redirect(signInPath(pageLanguage(params), { after: 'erased' }), { headers })
}

export default function Erasure() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { way, effect, refusal, law } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply; sent?: boolean; refusal?: string }>()
	const inWords = useRefusals()
	const form = useFilledForm(answer?.form, { refusal: inWords })
	const problems = answer?.refusal ? [{ message: inWords(answer.refusal) }] : form.problems
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{t('people:erasure.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={problems} />
			<p className="lead">{t('people:erasure.lead')}</p>
			<Goes goes={effect.goes} />
			<Stays effect={effect} law={law} />
			{refusal ? (
				<Notice tone="warning" heading={inWords(refusal)} />
			) : (
				<Form method="post" className="stack" noValidate>
					<Heading level={2}>{t('people:erasure.do')}</Heading>
					<p>{t('people:erasure.final')}</p>
					<ProveAgain
						way={way}
						sent={answer?.sent ?? false}
						problem={form.problem}
						page={erasurePath(language)}
					>
						<Button name="intent" value="act" color="danger">
							{t('people:erasure.button')}
						</Button>
					</ProveAgain>
				</Form>
			)}
			<p>
				<TextLink href={accountPagePath(language, 'data')}>{t('people:erasure.first')}</TextLink>
			</p>
		</div>
	)
}
