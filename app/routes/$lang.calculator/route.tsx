import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedIn, asQuery, fieldOf } from '#app/calculator/asked.ts'
import { calculated, rulesOf } from '#app/calculator/calculate.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findProfile, PROFILES } from '#app/jurisdictions/profiles.ts'
import { calculatorPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { store } from '#app/store.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Filters } from '#app/ui/tabs.tsx'
import { configuration } from '#server/configuration.ts'
import { CalculatorForm } from './calculator-form.tsx'
import { Result } from './result.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const query = new URL(request.url).searchParams
	const asked = askedIn(query, { profile: configuration().JURISDICTION, rule: 'inquiry.answer' })
	const profile = findProfile(asked.profile) ?? PROFILES[0]
	const rules = rulesOf(profile?.id ?? '')
	const { read } = await store()
	return {
		title: translator(pageLanguage(params))('clock:calculator.title'),
		asked,
		rules,
		zone: profile?.time.zone ?? '',
		profiles: PROFILES.map(({ id }) => id),
		result: query.has('day') ? await calculated(read, asked, new Date()) : undefined,
	}
}

export default function Calculator() {
	const { t } = useTranslation(['clock', 'law', 'common'])
	const language = useLanguage()
	const { asked, rules, zone, profiles, result } = useLoaderData<typeof loader>()
	const refused = result && !result.ok ? result.error : undefined
	const field = refused && fieldOf(refused)
	const message = refused && t(`law:error.${refused}`)
	return (
		<div className="stack" data-gap="section">
			<header className="page-heading">
				<Heading level={1}>{t('clock:calculator.title')}</Heading>
				<p className="lead">{t('clock:calculator.lead')}</p>
			</header>
			<ErrorSummary
				title={t('common:errors.summary')}
				problems={message ? [{ message, ...(field && { field }) }] : []}
			/>
			{result?.ok && <Result result={result} link={calculatorPath(language, asQuery(asked))} />}
			<div className="stack column">
				<Filters
					label={t('clock:calculator.profile')}
					places={profiles.map((id) => ({
						label: t(`law:profile.${id as 'KZ'}`),
						// The rules differ from law to law; the dates go along.
						href: calculatorPath(language, { profile: id, begins: asked.begins }),
						current: id === asked.profile,
					}))}
				/>
				<CalculatorForm
					asked={asked}
					rules={rules}
					zone={zone}
					problem={field ? { field, message } : undefined}
				/>
			</div>
		</div>
	)
}
