import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { confirmInquiry, denyInquiry } from '#app/inquiries/confirm.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import type { Actor } from '#app/people/actor.ts'
import { authorOf } from '#app/people/find.server.ts'
import { authorsPage } from '#app/routes/$lang.inquiries.$number._index/shown.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = (given: Parameters<typeof pageTitle>[0]) => [
	...pageTitle(given),
	{ name: 'robots', content: 'noindex, nofollow' },
]

/** Reading it changes nothing: programs that fetch the links of a letter ahead of its reader confirm nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { thread, secret, language, actor } = await authorsPage(request, params, 'confirm')
	return {
		number: thread.number,
		secret,
		confirmation: thread.confirmation,
		subject: thread.question?.subject,
		html: thread.question?.html,
		lang: thread.language,
		receivedAt: thread.receivedAt,
		as: (await accountOf(actor, language))?.name,
		title: translator(language)('inquiries:confirmation.title'),
	}
}

const Confirmation = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('confirm'), visibility: z.enum(['public', 'private']) }),
	z.object({ intent: z.literal('deny') }),
])

export async function action({ request, params }: ActionFunctionArgs) {
	const { thread, secret, handling, language, actor, now } = await authorsPage(request, params, 'confirm')
	const form = await readForm(request, Confirmation)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (!handling) return data({ form: form.refuse('wrong-state') }, 409)
	const act = { proceedingId: handling.id, actor, now }
	const sent = form.value
	const account = await accountOf(actor, language)
	const outcome = await writeCase(await store(), [thread.id], (tx) =>
		sent.intent === 'deny'
			? denyInquiry(tx, act)
			: confirmInquiry(tx, {
					...act,
					visibility: sent.visibility,
					account,
				}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	const ways = waysOf(language, thread.number, secret)
	return redirect(sent.intent === 'deny' ? ways.act('confirmation') : `${ways.thread}?done=confirmed`)
}

/** Whoever has signed in confirms under their account, with the proof shown in this session. */
async function accountOf({ personId, level }: Actor, language: Parameters<typeof translator>[0]) {
	if (!personId) return undefined
	const { readOwn } = await store()
	return authorOf(readOwn, { personId, level }, translator(language)('people:author'))
}

export default function ConfirmationPage() {
	const { number, secret, confirmation, subject, html, lang, receivedAt, as } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()?.form
	const { t } = useTranslation(['inquiries', 'common'])
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
			<p>{t('inquiries:confirmation.level')}</p>
			<p>
				{as ? (
					t('inquiries:confirmation.asPerson', { name: as })
				) : (
					<TextLink href={signInPath(language, { next: ways.act('confirmation') })}>
						{t('inquiries:confirmation.signIn')}
					</TextLink>
				)}
			</p>
			<Form method="post" className="form" reloadDocument>
				<Choice
					name="visibility"
					legend={t('inquiries:confirmation.visibility')}
					defaultValue="private"
					error={refused?.error?.visibility?.[0]}
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
