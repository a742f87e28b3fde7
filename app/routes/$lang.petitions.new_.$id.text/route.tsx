import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { draftPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { DraftFrame } from '#app/petitions/draft-frame.tsx'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { LONGEST } from '#app/petitions/petition.ts'
import { writePetition } from '#app/petitions/write.server.ts'
import { draftPage } from '#app/routes/$lang.petitions.new_.$id.addressee/draft-page.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Filters } from '#app/ui/tabs.tsx'

export const meta = pageTitle

const part = (most: number) => z.string().max(most).default('')

const SENT = z.object({
	intent: z.enum(['next', 'save']).default('next'),
	language: z.enum(LANGUAGES),
	/** Of a translation: that of record has a step of its own. */
	title: z.string().max(LONGEST.title).optional(),
	substance: part(LONGEST.substance),
	arguments: part(LONGEST.arguments),
	proposals: part(LONGEST.proposals),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, texts, language } = await draftPage(request, params)
	const { searchParams } = new URL(request.url)
	const asked = searchParams.get('text')
	const textLanguage = asked && isLanguage(asked) ? asked : petition.language
	const text = texts.find((one) => one.language === textLanguage)
	return {
		title: translator(language)('proposing:text.title'),
		id: petition.id,
		record: petition.language,
		textLanguage,
		written: text && {
			title: text.title,
			substance: text.substance,
			arguments: text.arguments,
			proposals: text.proposals,
		},
		has: texts.map((one) => one.language),
		saved: searchParams.has('saved'),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, petition, language } = await draftPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { intent, language: textLanguage, title, ...parts } = form.value
	const isTranslation = textLanguage !== petition.language
	const written = isTranslation ? { title: title ?? '', ...parts } : parts
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) =>
		writePetition(tx, { ...act, language: textLanguage, written }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	if (intent === 'next' && !isTranslation) throw redirect(draftPath(language, petition.id, 'attachments'))
	throw redirect(draftPath(language, petition.id, 'text', { text: textLanguage, saved: 1 }))
}

export default function Text() {
	const { t } = useTranslation(['proposing', 'common'])
	const language = useLanguage()
	const { id, record, textLanguage, written, has, saved } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const form = useFilledForm(answer?.form, {
		defaults: written,
		refusal: (code) => t(`proposing:refused.${code as 'wrong-state'}`),
	})
	const isTranslation = textLanguage !== record
	return (
		<DraftFrame id={id} step="text" lead={t('proposing:text.lead')}>
			<Filters
				label={t('proposing:text.languages')}
				places={LANGUAGES.map((one) => ({
					label: has.includes(one) ? LANGUAGE_NAMES[one] : `+ ${LANGUAGE_NAMES[one]}`,
					href: draftPath(language, id, 'text', { text: one }),
					current: one === textLanguage,
				}))}
			/>
			{saved && !answer && <Notice tone="success" heading={t('proposing:step.saved')} />}
			<Form method="post" className="form" key={textLanguage}>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<input type="hidden" name="language" value={textLanguage} />
				{isTranslation && (
					<>
						<Notice>
							<p>
								{t('proposing:text.translation', {
									language: LANGUAGE_NAMES[isLanguage(record) ? record : 'kk'],
								})}
							</p>
						</Notice>
						<Field
							name="title"
							label={t('proposing:title.field')}
							defaultValue={form.value('title')}
							error={form.problem('title')}
							lang={textLanguage}
							maxLength={LONGEST.title}
						/>
					</>
				)}
				{(['substance', 'arguments', 'proposals'] as const).map((name) => (
					<Field
						key={name}
						name={name}
						type="textarea"
						rows={name === 'substance' ? 6 : 10}
						label={t(`proposing:text.${name}`)}
						description={t(`proposing:text.${name}Help`)}
						defaultValue={form.value(name)}
						error={form.problem(name)}
						lang={textLanguage}
						maxLength={LONGEST[name]}
					/>
				))}
				<p className="actions">
					{!isTranslation && (
						<Button name="intent" value="next">
							{t('proposing:step.next')}
						</Button>
					)}
					<Button name="intent" value="save" variant={isTranslation ? 'primary' : 'secondary'}>
						{t('proposing:step.save')}
					</Button>
				</p>
			</Form>
		</DraftFrame>
	)
}
