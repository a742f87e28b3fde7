import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { standingBodies } from '#app/bodies/find.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { describeHearing, regionsOfHearing, writeHearing } from '#app/hearings/draft.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { noticeLanguages } from '#app/hearings/terms.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName, regionsOf } from '#app/jurisdictions/region.ts'
import { holdingPath } from '#app/links.ts'
import { done } from '#app/outcome.ts'
import { pageTitle } from '#app/page-title.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

const text = (max: number) => z.string().max(max).default('')
const SENT = z.object({
	bodyId: text(100),
	form: z.enum(['open_meeting', 'portal_discussion', 'mixed']),
	legalGround: text(100),
	initiatorName: z.string().min(2).max(LONGEST.title),
	initiatorCode: text(30),
	initiatorContact: text(LONGEST.contact),
	regions: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
	titleKk: text(LONGEST.title),
	subjectKk: text(LONGEST.subject),
	titleRu: text(LONGEST.title),
	subjectRu: text(LONGEST.subject),
	titleEn: text(LONGEST.title),
	subjectEn: text(LONGEST.subject),
})

/** The fields of a language. */
const FIELDS = {
	kk: { title: 'titleKk', subject: 'subjectKk' },
	ru: { title: 'titleRu', subject: 'subjectRu' },
	en: { title: 'titleEn', subject: 'subjectEn' },
} as const satisfies Record<Language, { title: string; subject: string }>

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, texts, head, law, readOwn, language } = await pageToAct(request, params, 'edit')
	const { bodyId, form, legalGround, initiatorName, initiatorCode, initiatorContact } = hearing
	const written = Object.fromEntries(
		LANGUAGES.flatMap((one) => {
			const own = texts.find((row) => row.language === one)
			return [
				[FIELDS[one].title, own?.title ?? ''],
				[FIELDS[one].subject, own?.subject ?? ''],
			]
		}),
	)
	return {
		title: translator(language)('holding:text.title'),
		head,
		regions: await regionsOfHearing(readOwn, hearing.id),
		values: { bodyId, form, legalGround, initiatorName, initiatorCode, initiatorContact, ...written },
		bodies: (await standingBodies(readOwn)).map(({ id, names }) => ({ id, name: names[language] })),
		land: regionsOf(law.profile.id),
		grounds: Object.entries(law.profile.hearing.held_for).map(([id, { forms }]) => ({ id, forms })),
		wanted: hearing.civic ? [hearing.language] : [...noticeLanguages(law.profile)],
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { hearing, act, texts, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const sent = form.value
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), async (tx) => {
		const described = await describeHearing(tx, { ...act, described: sent })
		if (!described.ok) return described
		for (const one of LANGUAGES) {
			const { title, subject } = FIELDS[one]
			const place = texts.find((row) => row.language === one)?.place ?? ''
			const written = { title: sent[title], subject: sent[subject], place }
			const outcome = await writeHearing(tx, { ...act, language: one, written })
			if (!outcome.ok) return outcome
		}
		return done(null)
	})
	if (!outcome.ok) {
		const field = { 'no-body': 'bodyId', 'wrong-form': 'form' }[outcome.refusal as 'no-body']
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	throw redirect(holdingPath(language, hearing.id, 'documents'))
}

export default function HearingTextPage() {
	const { t } = useTranslation(['holding', 'law', 'common'])
	const { t: law } = useTranslation('law')
	const language = useLanguage()
	const { head, title, values, bodies, land, grounds, wanted, regions } = useLoaderData<typeof loader>()
	const filled = useFormOf('holding', useActionData<typeof action>()?.form, values)
	const chosen = useActionData<typeof action>() ? filled.values('regions') : regions
	const forms = head.civic
		? (['open_meeting', 'portal_discussion', 'mixed'] as const)
		: [...new Set(grounds.flatMap((one) => one.forms))]
	const field = (name: string) => ({
		name,
		defaultValue: filled.value(name),
		error: filled.problem(name),
	})
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			<Form method="post" className="form">
				{!head.civic && (
					<>
						<Field
							{...field('bodyId')}
							type="select"
							label={t('holding:text.body')}
							options={[
								{ value: '', label: t('holding:text.choose') },
								...bodies.map(({ id, name }) => ({ value: id, label: name })),
							]}
						/>
						<Field
							{...field('legalGround')}
							type="select"
							label={t('holding:text.ground')}
							options={grounds.map(({ id }) => ({
								value: id,
								label: t(`law:hearing.heldFor.${id as 'state_expertise'}`),
							}))}
						/>
					</>
				)}
				<Field
					{...field('form')}
					type="select"
					label={t('holding:text.form')}
					options={forms.map((one) => ({ value: one, label: t(`law:hearing.form.${one}`) }))}
				/>
				<Field {...field('initiatorName')} label={t('holding:text.initiatorName')} required />
				<Field
					{...field('initiatorCode')}
					label={t('holding:text.initiatorCode')}
					optional={t('common:form.optional')}
					width="medium"
				/>
				<Field
					{...field('initiatorContact')}
					type="textarea"
					rows={3}
					label={t('holding:text.initiatorContact')}
					description={t('holding:text.initiatorContactHelp')}
				/>
				{land.length > 0 && (
					<fieldset className="ds-fieldset">
						<legend className="ds-label">{t('holding:text.regions')}</legend>
						<div className="choices">
							{land.map((region) => (
								<Check
									key={region}
									name="regions"
									id={`regions-${region}`}
									value={region}
									label={regionName(law, region)}
									defaultChecked={chosen.includes(region)}
								/>
							))}
						</div>
					</fieldset>
				)}
				{LANGUAGES.map((one) => (
					<section key={one} className="stack">
						<Heading level={2} size="sm">
							{LANGUAGE_NAMES[one]}{' '}
							{wanted.includes(one) && <span className="quiet">{t('holding:text.needed')}</span>}
						</Heading>
						<Field
							{...field(FIELDS[one].title)}
							label={t('holding:text.name')}
							lang={one}
							maxLength={LONGEST.title}
						/>
						<Field
							{...field(FIELDS[one].subject)}
							type="textarea"
							rows={8}
							label={t('holding:text.subject')}
							description={t('holding:text.subjectHelp')}
							lang={one}
							maxLength={LONGEST.subject}
						/>
					</section>
				))}
				<p className="actions">
					<Button>{t('holding:save')}</Button>
				</p>
			</Form>
			<p className="quiet" lang={language}>
				{t('holding:text.next')}
			</p>
		</HoldingFrame>
	)
}
