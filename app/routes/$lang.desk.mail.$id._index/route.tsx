import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { standingBodies } from '#app/bodies/find.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { deskCasePath, deskMailPath } from '#app/links.ts'
import { isAnswerable, isUndecided, mayDecide } from '#app/mail/decide.server.ts'
import { mailFor } from '#app/mail/find.server.ts'
import { LeftOut } from '#app/mail/left-out.tsx'
import { MailDecision, takeDecision } from '#app/mail/take-decision.server.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { Choices } from './choices.tsx'
import { LetterFacts } from './letter-facts.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const found = await mailFor(readOwn, String(params.id), person)
	if (!found) throw notFound()
	const { mail, body, number, decider } = found
	const law = await lawOf(readOwn, configuration().JURISDICTION)
	const { title, noSubject } = translator(pageLanguage(params))('desk:mail', { returnObjects: true })
	return {
		title: `${title}: ${mail.subject || noSubject}`,
		mail: { ...mail, rawId: undefined, sameness: undefined },
		body: body?.names,
		number,
		decider,
		open: mayDecide(person, mail) && isUndecided(mail),
		answerable: isAnswerable(mail),
		kinds: Object.keys(law.profile.inquiry.kinds),
		kind: law.profile.inquiry.by_email.kind,
		bodies: (await standingBodies(readOwn)).filter(({ id }) => id !== mail.bodyId),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const form = await readForm(request, MailDecision)
	if (!form.ok) return data({ form: form.reply }, 422)
	const outcome = await takeDecision(person, String(params.id), form.value, new Date())
	if (!outcome) throw notFound()
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	const language = pageLanguage(params)
	throw redirect(outcome.value ? deskCasePath(language, outcome.value.proceedingId) : deskMailPath(language))
}

export default function HeldLetter() {
	const loaded = useLoaderData<typeof loader>()
	const sent = useActionData<typeof action>()
	const { t } = useTranslation(['desk', 'inquiries'])
	const language = useLanguage()
	const { mail } = loaded
	return (
		<div className="stack" data-gap="wide">
			<header className="page-heading">
				<p>
					<TextLink href={deskMailPath(language)}>{t('desk:mail.back')}</TextLink>
				</p>
				<Heading level={1}>{mail.subject || t('desk:mail.noSubject')}</Heading>
			</header>
			<LetterFacts {...loaded} />
			<LeftOut files={mail.leftOut} />
			<section className="stack" aria-labelledby="letter-text">
				<Heading level={2} id="letter-text">
					{t('desk:mail.text')}
				</Heading>
				{mail.text ? (
					<div className="prose">
						<Paragraphs text={mail.text} />
					</div>
				) : (
					<p className="quiet">{t('desk:mail.noText')}</p>
				)}
				{mail.folded && (
					<Details summary={t('inquiries:thread.folded')}>
						<Paragraphs text={mail.folded} />
					</Details>
				)}
			</section>
			{loaded.open && <Choices {...loaded} form={sent?.form} />}
		</div>
	)
}
