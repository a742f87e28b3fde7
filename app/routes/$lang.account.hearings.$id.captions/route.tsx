import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayIn, instantIn, isDay, timeIn } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { tooOften } from '#app/people/too-often.server.ts'
import { addCaptions, captionsOf, readCaptions } from '#app/rooms/captions.server.ts'
import { RoomTabs } from '#app/rooms/room-tabs.tsx'
import { useRefusal } from '#app/rooms/use-refusal.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const SENT = z.object({
	language: z.enum(LANGUAGES),
	day: z.string().refine(isDay, 'invalid'),
	time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid'),
	file: uploads({ maxFiles: 1, maxMegabytes: 2 }).refine(({ length }) => length === 1, 'required'),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, language } = await pageToAct(request, params, 'keep-room')
	const began = hearing.startedAt ?? hearing.startsAt
	return {
		title: translator(language)('rooms:transcript.title'),
		head,
		captions: await captionsOf(readOwn, hearing.id),
		defaults: {
			language: hearing.language,
			day: began && dayIn(zoneInForce(), began),
			time: began && timeIn(zoneInForce(), began),
		},
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { hearing, language, act, person } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const allowed = await limited('upload', { person: person.personId, address: addressOf(context) })
	if (!allowed.ok) return tooOften(form.refuse, allowed.seconds)
	const { day, time, file } = form.value
	const captions = await readCaptions(await (file[0] as File).text())
	if (!captions.ok) return data({ form: form.refuse(captions.refusal, 'file') }, 422)
	const beginsAt = instantIn(zoneInForce(), day, msOfTime(time))
	const adding = { ...act, language: form.value.language, beginsAt, cues: captions.value }
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), (tx) => addCaptions(tx, adding))
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id, 'captions'))
}

export default function CaptionsPage() {
	const { t } = useTranslation('rooms')
	const { title, head, captions, defaults } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults,
		refusal: useRefusal(),
	})
	return (
		<HoldingFrame head={head} title={title} problems={form.problems}>
			<RoomTabs head={head} page="captions" />
			<p className="column">{t('transcript.lead')}</p>
			<ul className="entries">
				{captions.map(({ language, addedAt, sha256 }) => (
					<li key={language}>
						<span>
							{LANGUAGE_NAMES[language as 'kk'] ?? language}, <Time at={addedAt} />
						</span>
						<span className="quiet small break-anywhere">{sha256}</span>
					</li>
				))}
			</ul>
			<Form method="post" encType="multipart/form-data" className="form" noValidate>
				<Field
					name="language"
					type="select"
					width="medium"
					label={t('transcript.language')}
					options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
					defaultValue={form.value('language')}
					error={form.problem('language')}
				/>
				<Field
					name="day"
					type="date"
					label={t('transcript.day')}
					defaultValue={form.value('day')}
					error={form.problem('day')}
				/>
				<Field
					name="time"
					type="time"
					label={t('transcript.time')}
					description={t('transcript.timeHelp')}
					defaultValue={form.value('time')}
					error={form.problem('time')}
				/>
				<Field
					name="file"
					type="file"
					accept=".vtt,.srt"
					label={t('transcript.file')}
					description={t('transcript.fileHelp')}
					error={form.problem('file')}
				/>
				<Button>{t('transcript.submit')}</Button>
			</Form>
		</HoldingFrame>
	)
}
