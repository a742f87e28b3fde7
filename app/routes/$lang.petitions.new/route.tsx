import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { newSubmissionId, readForm, submissionId } from '#app/forms/read-form.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { draftPath, newInquiryPath, newPetitionPath, signInPath, signUpPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { personOf, requirePerson } from '#app/people/session.server.ts'
import { publicPetition } from '#app/petitions/counter.server.ts'
import { startPetition } from '#app/petitions/draft.server.ts'
import { textsOf } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { configuration } from '#server/configuration.ts'
import { StartForm } from './start-form.tsx'

export const meta = pageTitle

const SENT = z.object({
	banned: z.enum(['no', 'yes']).optional(),
	language: z.enum(LANGUAGES),
	counter: z.string().max(40).optional(),
	submissionId,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await personOf(request)
	const profile = profileById(configuration().JURISDICTION)
	if (!profile) throw new Error('no profile in force')
	const { who_may_start: who, banned_subjects: banned, stages } = profile.petition
	return {
		title: translator(pageLanguage(params))('proposing:new.title'),
		signedIn: person !== null,
		submissionId: newSubmissionId(person),
		who,
		banned,
		stages: stages
			.filter(({ id }) => ['sponsors', 'check', 'collect'].includes(id))
			.map(({ id, need, limit }) => ({ id, need, n: limit?.n, unit: limit?.unit })),
		counter: await counterOf(new URL(request.url).searchParams.get('counter')),
	}
}

/** The petition that the new one will oppose. */
async function counterOf(number: string | null) {
	const { read } = await store()
	const petition = number ? await publicPetition(read, number) : undefined
	if (!petition) return undefined
	const [text] = await textsOf(read, petition)
	return { number: String(petition.number), title: text?.title ?? '', language: petition.language }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply, barred: false }, 422)
	const { banned, counter, ...sent } = form.value
	const barring = profileById(configuration().JURISDICTION)?.petition.banned_subjects ?? []
	if (!banned && barring.length > 0)
		return data({ form: form.refuse('required', 'banned'), barred: false }, 422)
	if (banned === 'yes') return data({ form: form.unchanged(), barred: true })
	const { write } = await store()
	const outcome = await write(`person:${actor.personId}`, (tx) =>
		startPetition(tx, {
			...sent,
			actor,
			counterNumber: counter,
			profileId: configuration().JURISDICTION,
			author: translator(language)('people:author'),
			now: new Date(),
		}),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal), barred: false }, 409)
	throw redirect(draftPath(language, outcome.value.petitionId, 'addressee'))
}

export default function StartPetition() {
	const { t } = useTranslation(['proposing', 'law'])
	const language = useLanguage()
	const { signedIn, who, stages, counter } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply; barred: boolean }>()
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<Heading level={1}>{t('proposing:new.title')}</Heading>
				<p className="lead">{t('proposing:new.lead')}</p>
			</header>
			<section className="stack">
				<Heading level={2} size="sm">
					{t('proposing:new.who')}
				</Heading>
				<p>{who.map((one) => t(`proposing:new.whoMay.${one as 'citizen'}`)).join(' ')}</p>
				<Heading level={2} size="sm">
					{t('proposing:new.path')}
				</Heading>
				<ol className="prose">
					{stages.map(({ id, need, n, unit }) => {
						const told = [
							need && t('proposing:new.need', { count: need }),
							n && t(`law:unit.${unit as 'wd'}`, { count: n }),
						].filter(Boolean)
						return (
							<li key={id}>
								{t('proposing:new.within', {
									what: t(`law:petition.stage.${id as 'check'}`),
									term: told.join(', '),
								})}
							</li>
						)
					})}
				</ol>
			</section>
			{answer?.barred && (
				<Notice tone="warning" heading={t('proposing:new.barredTitle')} live>
					<p>{t('proposing:new.barredText')}</p>
					<p className="actions">
						<LinkButton href={newInquiryPath(language)} variant="secondary">
							{t('proposing:new.ask')}
						</LinkButton>
					</p>
				</Notice>
			)}
			{signedIn ? (
				<StartForm reply={answer?.form} />
			) : (
				<Notice heading={t('proposing:new.signIn')}>
					<p>{t('proposing:new.signInText')}</p>
					<SignIn next={newPetitionPath(language, { counter: counter?.number })} />
				</Notice>
			)}
		</div>
	)
}

function SignIn({ next }: { next: string }) {
	const { t } = useTranslation('people')
	const language = useLanguage()
	return (
		<p className="actions">
			<LinkButton href={signInPath(language, { next })}>{t('first.signIn')}</LinkButton>
			<LinkButton href={signUpPath(language, { next })} variant="secondary">
				{t('first.signUp')}
			</LinkButton>
		</p>
	)
}
