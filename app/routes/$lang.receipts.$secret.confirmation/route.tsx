import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { confirmInquiry, denyInquiry } from '#app/inquiries/confirm.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { LevelFirst } from '#app/people/level-first.tsx'
import { carry } from '#app/people/pending.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { confirmationPage } from './confirmation.server.ts'

export const meta = (given: Parameters<typeof pageTitle>[0]) => [
	...pageTitle(given),
	{ name: 'robots', content: 'noindex, nofollow' },
]

/** Reading it changes nothing: programs that fetch the links of a letter ahead of its reader confirm nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, language, account, known, standing } = await confirmationPage(request, params)
	return {
		number: thread.number,
		secret,
		confirmation: thread.confirmation,
		subject: thread.question?.subject,
		html: thread.question?.html,
		lang: thread.language,
		receivedAt: thread.receivedAt,
		as: account?.name,
		known,
		standing,
		title: translator(language)('inquiries:confirmation.title'),
	}
}

const visibility = z.enum(['public', 'private'])

const Confirmation = z.discriminatedUnion('intent', [
	/** Brings back what was chosen before its author had shown who they are. */
	z.object({ intent: z.literal('show'), visibility }),
	z.object({ intent: z.literal('confirm'), visibility }),
	z.object({ intent: z.literal('deny') }),
])

interface Answer {
	form: FormReply
	carried?: string
}

export async function action({ request, params }: ActionFunctionArgs) {
	const page = await confirmationPage(request, params)
	const { thread, secret, handling, language, actor, account, now } = page
	const form = await readForm(request, Confirmation)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const sent = form.value
	if (sent.intent === 'show') return data<Answer>({ form: form.unchanged() })
	if (!handling) return data<Answer>({ form: form.refuse('wrong-state') }, 409)
	const act = { proceedingId: handling.id, actor, now }
	const outcome = await writeCase(await store(), [thread.id], (tx) =>
		sent.intent === 'deny'
			? denyInquiry(tx, act)
			: confirmInquiry(tx, { ...act, visibility: sent.visibility, account }),
	)
	const ways = waysOf(language, thread.number, secret)
	if (outcome.ok)
		return redirect(sent.intent === 'deny' ? ways.act('confirmation') : `${ways.thread}?done=confirmed`)
	if (outcome.refusal !== 'level' || sent.intent === 'deny')
		return data<Answer>({ form: form.refuse(outcome.refusal) }, 409)
	const values = { intent: 'show', visibility: sent.visibility }
	return data<Answer>(
		{ form: form.unchanged(), carried: carry({ to: ways.act('confirmation'), values }, now) },
		403,
	)
}

export default function ConfirmationPage() {
	const { number, secret, confirmation, subject, html, lang, receivedAt, as, known, standing } =
		useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const { t } = useTranslation(['inquiries', 'common'])
	const filled = useFilledForm(answer?.form, {
		defaults: { visibility: 'private' },
		refusal: (code) => t(`inquiries:refusal.${code as 'wrong-state'}`),
	})
	const language = useLanguage()
	const ways = waysOf(language, number, secret)
	const open = confirmation === 'awaited'
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('inquiries:confirmation.title')}
			lead={open ? t('inquiries:confirmation.lead') : undefined}
			closed={open ? undefined : t(`inquiries:confirmation.${confirmation === 'denied' ? 'denied' : 'done'}`)}
		>
			<Card as="article" labelledBy="asked">
				<Heading level={2} size="xs" id="asked" lang={lang}>
					{subject}
				</Heading>
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
				<div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html ?? '' }} />
				<p className="quiet">
					{t('inquiries:confirmation.received')}: <Time at={receivedAt} />
				</p>
			</Card>
			{known ? (
				<p>
					{as ? (
						t('inquiries:confirmation.asPerson', { name: as })
					) : (
						<>
							{t('inquiries:confirmation.level')}{' '}
							<TextLink href={signInPath(language, { next: ways.act('confirmation') })}>
								{t('inquiries:confirmation.signIn')}
							</TextLink>
						</>
					)}
				</p>
			) : (
				<LevelFirst standing={standing} carried={answer?.carried} next={ways.act('confirmation')}>
					<p>{t('inquiries:confirmation.otherwise')}</p>
				</LevelFirst>
			)}
			<Form method="post" className="form" reloadDocument>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<Choice
					name="visibility"
					legend={t('inquiries:confirmation.visibility')}
					defaultValue={filled.value('visibility')}
					error={filled.problem('visibility')}
					options={(['public', 'private'] as const).map((value) => ({
						value,
						label: t(`inquiries:confirmation.${value}`),
					}))}
				/>
				<p className="actions">
					<Button name="intent" value="confirm">
						{t('inquiries:confirmation.confirm')}
					</Button>
					<Button name="intent" value="deny" variant="secondary">
						{t('inquiries:confirmation.deny')}
					</Button>
				</p>
				<p className="quiet">{t('inquiries:confirmation.denyHelp')}</p>
			</Form>
		</ActPage>
	)
}
