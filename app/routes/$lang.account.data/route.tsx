import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath, archivePath, erasurePath } from '#app/links.ts'
import { ticketFor } from '#app/own-data/ticket.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { isDemoEmail } from '#app/people/demo.ts'
import { ownAccount } from '#app/people/own-account.server.ts'
import { provenAgain, wayToProve } from '#app/people/prove-again.server.ts'
import { ProveAgain } from '#app/people/prove-again.tsx'
import { useRefusals } from '#app/people/use-refusals.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await ownAccount(request)
	return {
		title: translator(pageLanguage(params))('people:account.data'),
		way: isEverybodys(person) ? ('proven' as const) : await wayToProve(request, person),
		again: new URL(request.url).searchParams.get('again')?.match(/^(ticket|archive:\d{1,6})$/)?.[0],
	}
}

export async function action({ request, context }: ActionFunctionArgs) {
	const person = await ownAccount(request)
	if (!isEverybodys(person)) {
		const proven = await provenAgain(request, context, person)
		if (!proven.ok) return proven.answer
	}
	return data({ ticket: ticketFor(person.id, new Date()) })
}

/** The accounts of a demonstration are opened without a proof, and there is none to show again. */
const isEverybodys = ({ email }: { email: string | null }) => configuration().DEMO && isDemoEmail(email ?? '')

const KINDS = ['account', 'inquiries', 'notices', 'files'] as const

export default function OwnData() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { way, again } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply; sent?: boolean; ticket?: string }>()
	const form = useFilledForm(answer?.form, { refusal: useRefusals() })
	const refusal = useRefusals()
	return (
		<div className="stack" data-gap="wide">
			<section className="stack">
				<Heading level={1}>{t('people:account.data')}</Heading>
				{again && <Notice tone="warning" heading={refusal(again)} />}
				<p>{t('people:data.lead')}</p>
				<ul className="ds-list">
					{KINDS.map((kind) => (
						<li key={kind}>{t(`people:data.holds.${kind}`)}</li>
					))}
				</ul>
				<p className="quiet">{t('people:data.without')}</p>
				{answer?.ticket ? (
					<Form method="post" action={archivePath(language)} reloadDocument className="stack">
						<input type="hidden" name="ticket" value={answer.ticket} />
						<Notice tone="success" heading={t('people:data.ready')}>
							<p>{t('people:data.readyText')}</p>
						</Notice>
						<div className="actions">
							<Button>{t('people:data.download')}</Button>
						</div>
					</Form>
				) : (
					<Form method="post" className="stack" noValidate>
						<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
						<ProveAgain
							way={way}
							sent={answer?.sent ?? false}
							problem={form.problem}
							page={accountPagePath(language, 'data')}
						>
							<Button name="intent" value="act">
								{t('people:data.make')}
							</Button>
						</ProveAgain>
					</Form>
				)}
			</section>
			<section className="stack" aria-labelledby="erasure">
				<Heading level={2} id="erasure">
					{t('people:erasure.title')}
				</Heading>
				<p>{t('people:erasure.short')}</p>
				<p>
					<TextLink href={erasurePath(language)}>{t('people:erasure.see')}</TextLink>
				</p>
			</section>
		</div>
	)
}
