import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import * as fields from '#app/administration/fields.ts'
import { dayIn, instantIn } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { factorWanted } from '#app/factors/step-up.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { administrationPath, signInFactorPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { outageKeys, planOutage, recordedOutages, recordOutage } from '#app/petitions/outage.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { configuration } from '#server/configuration.ts'
import { OutageCheck } from './check.tsx'
import { OutageForm } from './form.tsx'
import type { Plan, Sent } from './sent.ts'

export const meta = pageTitle

const time = z
	.string()
	.min(1)
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'moment')
const SENT = z.object({
	intent: z.enum(['check', 'record', 'change']),
	fromDay: fields.day,
	fromTime: time,
	untilDay: fields.day,
	untilTime: time,
	reason: fields.source,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
	const administrator = await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const { time, petition } = profileById(configuration().JURISDICTION)
	return {
		title: translator(pageLanguage(params))('oversight:outages.title'),
		outages: await recordedOutages(readOwn),
		minutes: petition.outage.minutes,
		today: dayIn(time.zone, new Date()),
		done: new URL(request.url).searchParams.has('done'),
		factorFirst: (await factorWanted(administrator)) !== null,
	}
}

interface Answer {
	form?: FormReply
	/** It can be recorded; what it does is told before it is. */
	checked?: { outage: Sent; plan: Plan }
	/** Back to the form, as it was filled in. */
	changing?: Sent
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const language = pageLanguage(params)
	if (await factorWanted(actor)) throw redirect(factorPath(language))
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)
	const { intent, ...sent } = form.value
	if (intent === 'change') return data<Answer>({ changing: sent })

	const profile = profileById(configuration().JURISDICTION)
	const moment = (day: string, at: string) => instantIn(profile.time.zone, day, msOfTime(at))
	const outage = {
		from: moment(sent.fromDay, sent.fromTime),
		until: moment(sent.untilDay, sent.untilTime),
		profileId: profile.id,
		actor,
		now: new Date(),
	}
	const { readOwn, write } = await store()
	if (intent === 'check') {
		const planned = await planOutage(readOwn, outage)
		if (!planned.ok) return data<Answer>({ form: form.refuse(planned.refusal, FIELDS[planned.refusal]) }, 409)
		return data<Answer>({ checked: { outage: sent, plan: planned.value } })
	}
	const outcome = await write(await outageKeys(readOwn, outage), (tx) =>
		recordOutage(tx, { ...outage, reason: sent.reason }),
	)
	if (!outcome.ok) return data<Answer>({ form: form.refuse(outcome.refusal, FIELDS[outcome.refusal]) }, 409)
	throw redirect(administrationPath(language, 'outages', { done: 'recorded' }))
}

const FIELDS: Record<string, string | undefined> = {
	'no-time': 'untilDay',
	'not-over': 'untilDay',
	'too-long': 'untilDay',
}

const factorPath = (language: Language) =>
	signInFactorPath(language, { next: administrationPath(language, 'outages') })

export default function Outages() {
	const { t } = useTranslation(['oversight', 'people'])
	const language = useLanguage()
	const { title, outages, minutes, today, done, factorFirst } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (answer?.checked) return <OutageCheck {...answer.checked} />
	return (
		<div className="stack" data-gap="wide">
			<div className="stack">
				<Heading level={1}>{title}</Heading>
				{done && !answer && <Notice tone="success" heading={t('oversight:outages.recorded')} />}
				<p>{t('oversight:outages.lead', { count: minutes })}</p>
			</div>
			<Table
				caption={t('oversight:outages.title')}
				hideCaption
				stacked
				columns={[
					{ label: t('oversight:outages.from') },
					{ label: t('oversight:outages.until') },
					{ label: t('oversight:outages.days'), numeric: true },
					{ label: t('oversight:outages.reason') },
				]}
				empty={t('oversight:outages.none')}
				rows={outages.map(({ id, from, until, days, reason }) => ({
					key: id,
					cells: [<Time key="from" at={from} />, <Time key="until" at={until} />, days, reason],
				}))}
			/>
			{factorFirst ? (
				<section className="stack">
					<p>{t('people:refused.factorNeeded')}</p>
					<div className="actions">
						<LinkButton href={factorPath(language)}>{t('people:factor.show')}</LinkButton>
					</div>
				</section>
			) : (
				<OutageForm today={today} filled={answer?.changing} reply={answer?.form} />
			)}
		</div>
	)
}
