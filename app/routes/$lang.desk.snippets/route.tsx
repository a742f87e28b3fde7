import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { bodiesNamed } from '#app/bodies/find.server.ts'
import { removeSnippet, saveSnippet } from '#app/desk/snippet.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { snippetsOf } from '#app/inquiries/desk.server.ts'
import { deskPagePath, deskPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { DESK_ROLES, deskBodies } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, ...DESK_ROLES)
	const { readOwn } = await store()
	const bodies = await bodiesNamed(readOwn, deskBodies(person))
	const held = await Promise.all(bodies.map(({ id }) => snippetsOf(readOwn, id)))
	return { title: translator(pageLanguage(params))('desk:snippets.title'), bodies, snippets: held.flat() }
}

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('save'),
		id: z.string().max(100).optional(),
		bodyId: z.string().min(1).max(100),
		name: z.string().min(1).max(200),
		language: z.enum(LANGUAGES),
		text: z.string().min(1).max(10_000),
	}),
	z.object({ intent: z.literal('remove'), id: z.string().max(100), bodyId: z.string().max(100) }),
])

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, ...DESK_ROLES)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const { write } = await store()
	const outcome = await write(`snippets:${sent.bodyId}`, (tx) =>
		sent.intent === 'remove'
			? removeSnippet(tx, { ...sent, actor })
			: saveSnippet(tx, { ...sent, title: sent.name, actor, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(deskPagePath(pageLanguage(params), 'snippets'))
}

export default function Snippets() {
	const { snippets } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['desk', 'common'])
	const language = useLanguage()
	const filled = useFilledForm(useActionData<typeof action>()?.form, {
		refusal: (code) => t(`desk:refused.${code as 'not-allowed'}`),
	})
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPath(language)}>{t('desk:case.back')}</TextLink>
			</p>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t('desk:snippets.title')}</Heading>
			<p className="lead">{t('desk:snippets.about')}</p>
			{snippets.length === 0 && <p>{t('desk:snippets.none')}</p>}
			{snippets.map((snippet) => (
				<Details key={snippet.id} summary={`${snippet.title} · ${LANGUAGE_NAMES[snippet.language as 'kk']}`}>
					<SnippetForm snippet={snippet} />
				</Details>
			))}
			<Heading level={2}>{t('desk:snippets.new')}</Heading>
			<SnippetForm filled={filled} />
		</div>
	)
}

interface Kept {
	id: string
	bodyId: string
	title: string
	language: string
	text: string
}

function SnippetForm({ snippet, filled }: { snippet?: Kept; filled?: ReturnType<typeof useFilledForm> }) {
	const { bodies } = useLoaderData<typeof loader>()
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const id = (name: string) => (snippet ? `${name}-${snippet.id}` : name)
	const field = (name: 'name' | 'language' | 'text', kept?: string) => ({
		name,
		id: id(name),
		label: t(`snippets.${name}`),
		defaultValue: filled?.value(name) ?? kept,
		error: filled?.problem(name),
	})
	return (
		<Form method="post" className="form">
			{snippet && <input type="hidden" name="id" value={snippet.id} />}
			{snippet || bodies.length === 1 ? (
				<input type="hidden" name="bodyId" value={snippet?.bodyId ?? bodies[0]?.id} />
			) : (
				<Field
					name="bodyId"
					label={t('snippets.body')}
					type="select"
					options={bodies.map((body) => ({ value: body.id, label: body.names[language] }))}
				/>
			)}
			<Field {...field('name', snippet?.title)} />
			<Field
				{...field('language', snippet?.language)}
				type="select"
				width="medium"
				options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
			/>
			<Field {...field('text', snippet?.text)} type="textarea" rows={6} />
			<div className="actions">
				<Button name="intent" value="save">
					{t('snippets.save')}
				</Button>
				{snippet && (
					<Button variant="tertiary" color="danger" name="intent" value="remove">
						{t('snippets.remove')}
					</Button>
				)}
			</div>
		</Form>
	)
}
