import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { dayIn } from '#app/deadlines/day.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { filesOf } from '#app/files/attached.server.ts'
import { Attached } from '#app/files/attached.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filePath, moderatedPetitionPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { passPetition, rejectPetition } from '#app/petitions/check.server.ts'
import { ModeratedHead } from '#app/petitions/moderated-head.tsx'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { stripSentence } from '#app/petitions/petition-strip.ts'
import { similarPetitions } from '#app/petitions/similar.server.ts'
import { SimilarPetitions } from '#app/petitions/similar-petitions.tsx'
import { stageStrip } from '#app/petitions/stage-strip.ts'
import { moderatedPage } from '#app/routes/$lang.moderation.petitions.$petitionId._index/moderated.server.ts'
import { store } from '#app/store.server.ts'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Decision } from './decision.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('pass'), ...FACTOR_SENT }),
	z.object({
		intent: z.literal('reject'),
		ground: z.string().min(1).max(100),
		reason: z.string().min(5).max(5000),
		...FACTOR_SENT,
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, person, texts, law, language, shown } = await moderatedPage(request, params)
	const { readOwn } = await store()
	const now = new Date()
	const { profile } = law
	const [text] = texts
	const waits = petition.state === 'checking'
	const on = (at: Date) => dayIn(profile.time.zone, at)
	const files = await filesOf(readOwn, 'petition', [String(petition.id)], true)
	return {
		title: translator(language)('proposing:checking.title'),
		shown,
		waits,
		done:
			petition.state === 'rejected'
				? ('rejected' as const)
				: petition.publishedAt
					? ('passed' as const)
					: undefined,
		strip:
			waits && petition.sponsoredAt
				? stageStrip(law, { id: 'check', from: on(petition.sponsoredAt) }, on(now))
				: undefined,
		texts: texts.map((one) => ({ language: one.language, title: one.title, html: one.html })),
		files: files.get(String(petition.id)) ?? [],
		similar: text
			? await similarPetitions(
					readOwn,
					law,
					{ id: petition.id, title: text.title, substance: text.substance },
					now,
				)
			: [],
		grounds: Object.entries(profile.petition.grounds).map(([code, { hides }]) => ({ code, hides })),
		wanted: waits ? await factorWanted(person) : null,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { petition, person, language } = await moderatedPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const now = new Date()
	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const act = { petitionId: petition.id, actor: shown.value, now }
	const sent = form.value
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) =>
		sent.intent === 'pass'
			? passPetition(tx, act)
			: rejectPetition(tx, { ...act, ground: sent.ground, reason: sent.reason }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(moderatedPetitionPath(language, petition.id, 'check'))
}

export default function CheckPetition() {
	const { t } = useTranslation(['proposing', 'common'])
	const { t: words } = useTranslation('petitions')
	const language = useLanguage()
	const { shown, waits, done, strip, texts, files, similar, grounds, wanted } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		refusal: (code) => t(`proposing:refused.${code as 'own'}`),
	})
	return (
		<div className="column stack" data-gap="wide">
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<ModeratedHead shown={shown} page={t('proposing:checking.title')} />
			{!waits && (
				<Notice
					tone={done ? 'success' : 'warning'}
					heading={t(done ? `proposing:checking.${done}` : 'proposing:checking.closed')}
				/>
			)}
			{strip && <DayStrip strip={strip} words={stripSentence(words, language, strip)} />}
			<section className="stack">
				<Heading level={2}>{t('proposing:checking.text')}</Heading>
				{texts.map(({ language: of, title, html }) => (
					<Details key={of} summary={<span lang={of}>{title}</span>} open={of === shown.textLanguage}>
						{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
						<div className="prose" lang={of} dangerouslySetInnerHTML={{ __html: html }} />
					</Details>
				))}
				<Attached files={files} ways={{ file: ({ id, name }) => filePath(id, name) }} />
			</section>
			<section className="stack">
				<Heading level={2}>{t('proposing:checking.similar')}</Heading>
				{similar.length > 0 ? (
					<SimilarPetitions similar={similar} />
				) : (
					<p className="quiet">{t('proposing:checking.noSimilar')}</p>
				)}
			</section>
			{waits && <Decision form={form} grounds={grounds} wanted={wanted} />}
		</div>
	)
}
