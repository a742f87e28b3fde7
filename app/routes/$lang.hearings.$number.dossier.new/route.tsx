import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addAssessment } from '#app/dossiers/add.server.ts'
import { type DocumentKind, KINDS, LONGEST } from '#app/dossiers/document.ts'
import { handIn, VERSION_SENT } from '#app/dossiers/hand-in.server.ts'
import { KindField } from '#app/dossiers/kind-field.tsx'
import { VersionFields } from '#app/dossiers/version-fields.tsx'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { POSITIONS } from '#app/hearings/sides.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingDocumentPath, hearingPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

const SENT = z.object({
	kind: z.enum(KINDS.assessment as readonly [DocumentKind, ...DocumentKind[]]),
	stance: z.enum(POSITIONS),
	author: z.string().trim().min(1).max(LONGEST.author),
	...VERSION_SENT,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { head, number, language } = await publicHearing(params)
	return { title: `${translator(language)('dossiers:add')} ${number}`, head, number, name: person.name }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { hearing, number, language } = await publicHearing(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const now = new Date()
	const keys = { person: person.personId, address: addressOf(context) }
	const version = await handIn(form.value, person.personId, keys, now)
	if (!version.ok) return data({ form: form.refuse(version.refusal, 'file') }, 422)
	const { kind, stance, author } = form.value
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), (tx) =>
		addAssessment(tx, {
			hearingId: hearing.id,
			actor: person,
			now,
			kind,
			stance,
			author,
			version: version.value,
		}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(hearingDocumentPath(language, number, outcome.value))
}

export default function NewAssessment() {
	const { head, number, name } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['dossiers', 'common'])
	const language = useLanguage()
	const filled = useFormOf('dossiers', useActionData<{ form?: FormReply }>()?.form, {
		author: name,
		language,
	})
	return (
		<HearingFrame head={head} title={t('dossiers:add')}>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<p>{t('dossiers:addLead')}</p>
			<Form
				method="post"
				action={hearingPagePath(language, number, 'dossier/new')}
				encType="multipart/form-data"
				className="form"
			>
				<KindField party="other" filled={filled} />
				<Choice
					name="stance"
					legend={t('dossiers:stanceLabel')}
					defaultValue={filled.value('stance')}
					error={filled.problem('stance')}
					options={POSITIONS.map((value) => ({ value, label: t(`dossiers:stance.${value}`) }))}
				/>
				<Field
					name="author"
					label={t('dossiers:author')}
					maxLength={LONGEST.author}
					defaultValue={filled.value('author')}
					error={filled.problem('author')}
				/>
				<VersionFields filled={filled} />
				<p className="actions">
					<Button>{t('dossiers:handIn')}</Button>
				</p>
			</Form>
		</HearingFrame>
	)
}
