import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { postForStep } from '#app/blogs/post-for-step.server.ts'
import { publishPost, schedulePost } from '#app/blogs/publish.server.ts'
import { useRefusals } from '#app/blogs/use-refusals.ts'
import { instantIn, isDay } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { deskPostPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('publish') }),
	z.object({
		intent: z.literal('schedule'),
		day: z.string().min(1).refine(isDay, 'day'),
		time: z
			.string()
			.min(1)
			.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'moment'),
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { title } = await postForStep(request, params.id, 'publish', language)
	return { title: translator(language)('blogs:desk.publishTitle', { title }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const { actor, post } = await postForStep(request, params.id, 'publish', language)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const { zone } = profileById(configuration().JURISDICTION).time
	const act = { postId: post.id, actor, zone, now: new Date() }
	const { write } = await store()
	const outcome = await write(`post:${post.id}`, (tx) =>
		sent.intent === 'publish'
			? publishPost(tx, act)
			: schedulePost(tx, { ...act, publishAt: instantIn(zone, sent.day, msOfTime(sent.time)) }),
	)
	if (!outcome.ok) {
		const field = outcome.refusal === 'not-later' ? 'day' : undefined
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	const done = sent.intent === 'publish' ? 'publishedNow' : 'scheduledNow'
	return redirect(deskPostPath(language, post.id, undefined, { done }))
}

export default function Publication() {
	const { t } = useTranslation(['blogs', 'common'])
	const language = useLanguage()
	const { id = '' } = useParams()
	const { title } = useLoaderData<typeof loader>()
	const filled = useFilledForm(useActionData<typeof action>()?.form, { refusal: useRefusals() })
	return (
		<div className="stack column" data-gap="wide">
			<p>
				<TextLink href={deskPostPath(language, id)}>{t('blogs:desk.back')}</TextLink>
			</p>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1} size="lg">
				{title}
			</Heading>
			<p>{t('blogs:desk.publishEffect')}</p>
			<Form method="post" reloadDocument>
				<Button name="intent" value="publish" icon="letter">
					{t('blogs:desk.publishNow')}
				</Button>
			</Form>
			<Form method="post" className="form" reloadDocument noValidate>
				<Heading level={2} size="sm">
					{t('blogs:desk.orLater')}
				</Heading>
				<div className="row">
					<Field
						name="day"
						type="date"
						label={t('blogs:desk.day')}
						defaultValue={filled.value('day')}
						error={filled.problem('day')}
					/>
					<Field
						name="time"
						type="time"
						label={t('blogs:desk.time')}
						defaultValue={filled.value('time') ?? '09:00'}
						error={filled.problem('time')}
					/>
				</div>
				<p className="actions">
					<Button name="intent" value="schedule" variant="secondary" icon="clock">
						{t('blogs:desk.schedule')}
					</Button>
				</p>
			</Form>
		</div>
	)
}
