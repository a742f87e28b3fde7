import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { isLanguage, LANGUAGE_NAMES } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { draftPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { DraftFrame } from '#app/petitions/draft-frame.tsx'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { LONGEST } from '#app/petitions/petition.ts'
import { similarPetitions } from '#app/petitions/similar.server.ts'
import { SimilarPetitions } from '#app/petitions/similar-petitions.tsx'
import { writePetition } from '#app/petitions/write.server.ts'
import { draftPage } from '#app/routes/$lang.petitions.new_.$id.addressee/draft-page.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

const SENT = z.object({ title: z.string().min(5).max(LONGEST.title) })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const page = await draftPage(request, params)
	const { petition, texts, law, language } = page
	const saved = new URL(request.url).searchParams.has('similar')
	return {
		title: translator(language)('proposing:title.title'),
		id: petition.id,
		textLanguage: petition.language,
		written: texts[0]?.title,
		similar: saved ? await similarTo(page) : [],
		article: law.profile.petition.grounds.same_subject_open?.src,
	}
}

async function similarTo({ petition, texts, law, act }: Awaited<ReturnType<typeof draftPage>>) {
	const { readOwn } = await store()
	const { title = '', substance = '' } = texts[0] ?? {}
	return similarPetitions(readOwn, law, { id: petition.id, title, substance }, act.now)
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, petition, language } = await draftPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const record = isLanguage(petition.language) ? petition.language : language
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) =>
		writePetition(tx, { ...act, language: record, written: form.value }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	const similar = await similarTo(await draftPage(request, params))
	throw redirect(
		similar.length > 0
			? draftPath(language, petition.id, 'title', { similar: 1 })
			: draftPath(language, petition.id, 'text'),
	)
}

export default function Title() {
	const { t } = useTranslation(['proposing', 'common'])
	const language = useLanguage()
	const { id, textLanguage, written, similar, article } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { title: written },
		refusal: (code) => t(`proposing:refused.${code as 'wrong-state'}`),
	})
	return (
		<DraftFrame id={id} step="title">
			{similar.length > 0 && (
				<section className="stack">
					<Heading level={2}>{t('proposing:similar.title')}</Heading>
					<Notice
						tone={similar.some(({ state }) => state === 'open') ? 'warning' : 'info'}
						level={3}
						heading={similar.some(({ state }) => state === 'open') && t('proposing:similar.openTitle')}
					>
						<p>
							{t('proposing:similar.text')} {article && <Article of={article} />}
						</p>
					</Notice>
					<SimilarPetitions similar={similar} />
					<p className="actions">
						<LinkButton href={draftPath(language, id, 'text')}>{t('proposing:similar.goOn')}</LinkButton>
					</p>
				</section>
			)}
			<Form method="post" className="form">
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<Field
					name="title"
					label={t('proposing:title.field')}
					description={t('proposing:title.help', { most: LONGEST.title })}
					defaultValue={form.value('title')}
					error={form.problem('title')}
					lang={textLanguage}
					required
					minLength={5}
					maxLength={LONGEST.title}
				/>
				<p className="quiet">
					{t('proposing:title.language', {
						language: LANGUAGE_NAMES[isLanguage(textLanguage) ? textLanguage : 'kk'],
					})}
				</p>
				<p className="actions">
					<Button variant={similar.length > 0 ? 'secondary' : 'primary'}>
						{t(similar.length > 0 ? 'proposing:similar.change' : 'proposing:step.next')}
					</Button>
				</p>
			</Form>
		</DraftFrame>
	)
}
