import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay } from '#app/deadlines/day.ts'
import { decideHearing, repeatGrounds } from '#app/decide-hearing.server.ts'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { DecisionText } from '#app/protocols/decided.tsx'
import { coverageOf } from '#app/remarks/coverage.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, law, language, act } = await pageToAct(request, params, 'decide')
	const { rows, responded } = await coverageOf(readOwn, hearing.id)
	return {
		title: translator(language)('protocols:decision.title'),
		head,
		language: hearing.language,
		open: rows - responded,
		published: hearing.protocolPublishedAt !== null,
		held: hearing.state === 'held',
		grounds: hearing.civic ? [] : await repeatGrounds(readOwn, hearing, law.profile),
		wanted: hearing.civic ? null : await factorWanted(person, act.now),
	}
}

const OUTCOMES = ['approved', 'approved_with_conditions', 'refused', 'repeat'] as const
const text = z.string().max(50_000).default('')
const due = z
	.string()
	.refine((day) => day === '' || isDay(day), 'day')
	.default('')
const SENT = z.object({
	intent: z.enum(['preview', 'decide']),
	outcome: z.enum(OUTCOMES).optional(),
	...{ text, reasons: text, despite: text },
	...{ promise0: text, promise1: text, promise2: text, due0: due, due1: due, due2: due },
	...FACTOR_SENT,
})

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { hearing, person, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply, html: undefined }, 422)
	const { intent, outcome = null, text, reasons, despite, ...sent } = form.value
	if (intent === 'preview') return data({ form: form.unchanged(), html: renderMarkdown(text).html })
	const shown = await steppedUp({ request, context }, person, form.value, act.now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode'), html: undefined }, 422)
	const commitments = ([0, 1, 2] as const).map((at) => ({
		text: sent[`promise${at}`],
		dueOn: sent[`due${at}`],
	}))
	const decision = { outcome, text, reasons, despite, commitments }
	const { write } = await store()
	const decided = await write(hearingKey(hearing.id), (tx) =>
		decideHearing(tx, { ...act, actor: shown.value, decision }),
	)
	if (decided.ok) throw redirect(holdingPath(language, hearing.id, 'commitments'))
	const refusal = decided.refusal === 'incomplete' ? 'gaps' : decided.refusal
	return data({ form: form.refuse(refusal), html: undefined }, 409)
}

export default function Decide() {
	const { t } = useTranslation(['protocols', 'law', 'common'])
	const language = useLanguage()
	const { head, open, published, held, grounds, wanted, language: written } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const filled = useFormOf('protocols', answer?.form)
	const field = (name: string) => ({
		name,
		defaultValue: filled.value(name),
		error: filled.problem(name),
	})
	return (
		<HoldingFrame head={head} title={t('protocols:decision.title')} problems={filled.problems}>
			{!published && <Notice tone="warning">{t('protocols:decision.protocolOpen')}</Notice>}
			{open > 0 && (
				<Notice tone="warning" heading={t('protocols:decision.open', { count: open })}>
					<TextLink href={holdingPath(language, head.id, 'responses')}>
						{t('protocols:decision.openLink')}
					</TextLink>
				</Notice>
			)}
			{grounds.length > 0 && (
				<Notice tone="warning" heading={t('protocols:decision.grounds')}>
					<ul className="ds-list">
						{grounds.map((ground) => (
							<li key={ground}>{t(`law:hearing.repeat.${ground}`)}</li>
						))}
					</ul>
					<p>
						<TextLink href={holdingPath(language, head.id, 'repeat')}>{t('protocols:repeat.title')}</TextLink>
					</p>
				</Notice>
			)}
			{answer?.html !== undefined && (
				<Card as="section" tinted>
					<DecisionText
						outcome={filled.value('outcome') || null}
						html={answer.html}
						reasons={filled.value('reasons') ?? ''}
						language={written}
						civic={head.civic}
					/>
				</Card>
			)}
			<Form method="post" className="form">
				{!head.civic && (
					<Field
						{...field('outcome')}
						type="select"
						width="medium"
						label={t('protocols:decision.outcome')}
						options={[
							{ value: '', label: '' },
							...OUTCOMES.filter((one) => held || !one.startsWith('approved')).map((one) => ({
								value: one,
								label: t(`law:hearing.outcome.${one}`),
							})),
						]}
					/>
				)}
				<Field
					{...field('text')}
					type="textarea"
					rows={12}
					label={t('protocols:decision.text')}
					description={t('protocols:decision.textAbout')}
				/>
				<Field {...field('reasons')} type="textarea" rows={6} label={t('protocols:decision.reasons')} />
				{grounds.length > 0 && (
					<Field
						{...field('despite')}
						type="textarea"
						rows={4}
						label={t('protocols:decision.despite')}
						description={t('protocols:decision.despiteAbout')}
					/>
				)}
				<Details summary={t('protocols:decision.commitments')} open={Boolean(filled.value('promise0'))}>
					{[0, 1, 2].map((at) => (
						<fieldset key={at} className="ds-fieldset">
							<legend className="ds-label">{t('protocols:decision.commitment', { count: at + 1 })}</legend>
							<Field {...field(`promise${at}`)} label={t('protocols:decision.promise')} />
							<Field {...field(`due${at}`)} type="date" width="short" label={t('protocols:decision.dueOn')} />
						</fieldset>
					))}
				</Details>
				<FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
				<p className="actions">
					<Button name="intent" value="preview" variant="secondary" formNoValidate>
						{t('protocols:decision.preview')}
					</Button>
					{published && open === 0 && (
						<Button name="intent" value="decide">
							{t('protocols:decision.button')}
						</Button>
					)}
				</p>
			</Form>
		</HoldingFrame>
	)
}
