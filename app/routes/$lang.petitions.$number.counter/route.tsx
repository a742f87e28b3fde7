import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath, petitionPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { linkCounter } from '#app/petitions/counter.server.ts'
import { petitionById, petitionByNumber, petitionKey } from '#app/petitions/petition.server.ts'
import { refusalToAct } from '#app/petitions/petition.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

const SENT = z.object({ number: z.string().max(40).default('') })

/** Of its author and of moderators. */
async function linkingPage(request: Request, params: { number?: string }) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const petition = await petitionByNumber(readOwn, String(params.number))
	if (!petition?.number || refusalToAct('link-counter', person, { petition })) throw notFound()
	return { person, petition, number: petition.number, own: petition.authorId === person.personId }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, number, own } = await linkingPage(request, params)
	const { readOwn } = await store()
	const counter = petition.counterTo ? await petitionById(readOwn, petition.counterTo) : undefined
	return {
		title: translator(pageLanguage(params))('proposing:counter.title'),
		number,
		own,
		counter: counter?.number,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { person, petition, number, own } = await linkingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const typed = form.value.number
	const counterNumber = typed ? (parseRegisterNumber(typed) ?? typed) : undefined
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) =>
		linkCounter(tx, { petitionId: petition.id, counterNumber, actor: person, now: new Date() }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal, 'number') }, 409)
	const language = pageLanguage(params)
	throw redirect(
		own
			? petitionPagePath(language, number, 'author', { done: 'linked' })
			: moderatedPetitionPath(language, petition.id),
	)
}

export default function Counter() {
	const { t } = useTranslation(['proposing', 'common'])
	const { number, own, counter } = useLoaderData<typeof loader>()
	const form = useFilledForm(useActionData<{ form?: FormReply }>()?.form, {
		defaults: { number: counter },
		refusal: (code) => t(`proposing:refused.${code as 'no-petition'}`),
	})
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<p className="tabular quiet">{number}</p>
				<Heading level={1}>{t('proposing:counter.title')}</Heading>
				<p className="lead">{t(own ? 'proposing:counter.lead' : 'proposing:counter.leadModerator')}</p>
			</header>
			<Form method="post" className="form">
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<Field
					name="number"
					label={t('proposing:counter.number')}
					description={t('proposing:counter.help')}
					defaultValue={form.value('number')}
					error={form.problem('number')}
					width="medium"
				/>
				<p className="actions">
					<Button>{t('proposing:counter.button')}</Button>
				</p>
			</Form>
		</div>
	)
}
