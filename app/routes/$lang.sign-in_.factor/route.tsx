import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { factorsHad } from '#app/factors/find.server.ts'
import { FACTOR_SENT, steppedUp } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { homePath, safeReturnPath, signInPath, signOutPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import type { Carried } from '#app/people/carried.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import * as fields from '#app/people/fields.ts'
import { GoOn } from '#app/people/go-on.tsx'
import { uncarry } from '#app/people/pending.server.ts'
import { halfSignedIn, personOf } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const SENT = z.discriminatedUnion('intent', [
	fields.show,
	z.object({ intent: z.literal('factor'), ...FACTOR_SENT, carried: fields.sealed, next: fields.next }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const next = new URL(request.url).searchParams.get('next')
	const person = await whoShows(request)
	const { readOwn } = await store()
	return {
		title: translator(language)('people:factor.signIn'),
		next,
		wanted: person ? await factorsHad(readOwn, person.personId) : null,
	}
}

interface Answer {
	form?: FormReply
	carried?: string
	next?: string
	goOn?: Carried
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const language = pageLanguage(params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { carried, next } = form.value
	if (form.value.intent === 'show') return data<Answer>({ carried, next })
	const person = await whoShows(request)
	if (!person) throw redirect(signInPath(language, { next }))
	const shown = await steppedUp({ request, context }, person, form.value)
	if (!shown.ok) return data<Answer>({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	if (shown.value === person) return data<Answer>({ form: form.refuse('required', 'factorCode') }, 422)
	const goOn = uncarry(carried)
	if (goOn) return data<Answer>({ goOn })
	throw redirect(next ? safeReturnPath(language, next) : homePath(language))
}

/** Whoever has taken the first step, or is to take the second once more. */
const whoShows = async (request: Request) => (await halfSignedIn(request)) ?? personOf(request)

/** The second step of signing in; also before something that needs the factor anew. */
export default function ShowFactor() {
	const { t } = useTranslation(['people', 'common'])
	const language = useLanguage()
	const { wanted, next } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const form = useFilledForm(answer?.form)
	if (answer?.goOn) return <GoOn {...answer.goOn} />
	if (!wanted) {
		return (
			<div className="stack">
				<Heading level={1}>{t('factor.signIn')}</Heading>
				<p>
					<a href={signInPath(language)}>{t('factor.first')}</a>
				</p>
			</div>
		)
	}
	return (
		<div className="stack">
			<Form method="post" className="stack" noValidate>
				<Heading level={1}>{t('factor.signIn')}</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<p>{t('factor.signInText')}</p>
				<FactorFields wanted={wanted} problem={form.problem('factorCode')} />
				<CarriedFields
					carried={form.value('carried') ?? answer?.carried}
					next={form.value('next') ?? answer?.next ?? next}
				/>
				<div className="actions">
					<Button name="intent" value="factor">
						{t('goOn.button')}
					</Button>
				</div>
			</Form>
			<p>{t('factor.lost')}</p>
			<Form method="post" action={signOutPath(language)} reloadDocument>
				<Button variant="tertiary">{t('factor.other')}</Button>
			</Form>
		</div>
	)
}
