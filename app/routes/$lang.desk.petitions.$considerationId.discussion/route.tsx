import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DISCUSSION, openDuties } from '#app/considerations/consider.ts'
import { headOf, petitionOnDesk } from '#app/considerations/desk.server.ts'
import { DeskStep } from '#app/considerations/desk-step.tsx'
import { announceDiscussion } from '#app/considerations/duties.server.ts'
import { isDay } from '#app/deadlines/day.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { deskPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { stageOf } from '#app/petitions/terms.ts'
import { actOnDesk } from '#app/routes/$lang.desk.petitions.$considerationId._index/act-on-desk.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), new Date())
	const { consideration, law, kept, acts, today } = opened
	if (!acts.includes('keep-record') || !openDuties(law.profile, kept).includes(DISCUSSION))
		throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
	const stage = stageOf(law.profile, 'discussion_notice')
	return {
		title: translator(pageLanguage(params))('considering:discussion.title'),
		head: await headOf(readOwn, opened),
		days: stage?.limit?.n ?? 0,
		article: stage?.article,
		discussionOn: consideration.discussionOn,
		draft: consideration.draftDecision,
		today,
	}
}

const SENT = z.object({
	discussionOn: z.string().refine(isDay, 'day'),
	draft: z.string().min(1).max(50_000),
})

export const action = (args: ActionFunctionArgs) =>
	actOnDesk(
		args,
		SENT,
		(tx, acting, value) => announceDiscussion(tx, { ...acting, ...value }),
		'discussionOn',
	)

export default function Discussion() {
	const { head, days, article, discussionOn, draft, today } = useLoaderData<typeof loader>()
	const { t } = useTranslation('considering')
	const filled = useFormOf('considering', useActionData<typeof action>()?.form, { discussionOn, draft })
	return (
		<DeskStep head={head} title={t('discussion.title')} filled={filled}>
			<Notice>
				<p>
					{t('discussion.about', { count: days })} {article && <Article of={article} />}
				</p>
			</Notice>
			<Form method="post" className="form">
				<Field
					name="discussionOn"
					label={t('discussion.on')}
					description={t('discussion.onAbout')}
					type="date"
					width="short"
					min={today}
					defaultValue={filled.value('discussionOn')}
					error={filled.problem('discussionOn')}
				/>
				<Field
					name="draft"
					label={t('discussion.draft')}
					description={t('discussion.draftAbout')}
					type="textarea"
					rows={14}
					defaultValue={filled.value('draft')}
					error={filled.problem('draft')}
				/>
				<Button>{t('discussion.button')}</Button>
			</Form>
		</DeskStep>
	)
}
