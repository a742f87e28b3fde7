import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryPath, moderatedTextPath, postPath } from '#app/links.ts'
import { HidingForm, LiftingForm } from '#app/moderation/decision-forms.tsx'
import { caseOf } from '#app/moderation/find.server.ts'
import { hideText, keysOfText, liftHiding } from '#app/moderation/hide.server.ts'
import { HIDING_REASONS, isTextKind } from '#app/moderation/hiding.ts'
import { History, ReportsOf } from '#app/moderation/history.tsx'
import { decideReport } from '#app/moderation/report.server.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('hide'),
		reason: z.enum(HIDING_REASONS),
		explanation: z.string().min(5).max(1000),
	}),
	z.object({ intent: z.literal('lift') }),
	z.object({ intent: z.literal('leave') }),
])

const DONE = { hide: 'hidden', lift: 'lifted', leave: 'left' } as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'moderator')
	const { readOwn } = await store()
	const { subject, id } = textIn(params)
	const text = await caseOf(readOwn, subject, id)
	if (!text) throw notFound()
	const done = new URL(request.url).searchParams.get('done')
	return { title: text.title, text, done: Object.values(DONE).find((one) => one === done) }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'moderator')
	const text = textIn(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const decision = { ...text, actor, now: new Date() }
	const { readOwn, write } = await store()
	const outcome = await write(await keysOfText(readOwn, text.subject, text.id), async (tx) => {
		switch (sent.intent) {
			case 'hide':
				return hideText(tx, { ...decision, reason: sent.reason, explanation: sent.explanation })
			case 'lift':
				return liftHiding(tx, decision)
			case 'leave':
				return decideReport(tx, decision)
		}
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	const { subject, id } = text
	throw redirect(moderatedTextPath(pageLanguage(params), subject, id, { done: DONE[sent.intent] }))
}

function textIn({ subject, id }: { subject?: string; id?: string }) {
	if (!isTextKind(subject) || !id) throw notFound()
	return { subject, id }
}

export default function ModeratedText() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { text, done } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const page = text.number ? inquiryPath(language, text.number) : postPath(language, text.id)
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<p className="row">
					<Tag>{t(`moderation.kind.${text.subject}`)}</Tag>
					{text.number && <span className="tabular">{text.number}</span>}
				</p>
				<Heading level={1} lang={text.language}>
					{text.title}
				</Heading>
				<p className="meta">
					<span>{text.body.names[language]}</span>
					<Time at={text.at} />
					<TextLink href={page}>{t('moderation.page')}</TextLink>
				</p>
			</header>
			{done && !answer && <Notice tone="success" heading={t(`moderation.done.${done}`)} />}
			<section className="stack" aria-labelledby="text">
				<Heading level={2} id="text">
					{t('moderation.text')}
				</Heading>
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
				<div className="prose" lang={text.language} dangerouslySetInnerHTML={{ __html: text.html }} />
			</section>
			<ReportsOf reports={text.reports} />
			{text.hiding ? (
				<LiftingForm hiding={text.hiding} />
			) : (
				<HidingForm reply={answer?.form} reported={text.reports.some(({ decidedAt }) => !decidedAt)} />
			)}
			<History history={text.history} />
		</div>
	)
}
