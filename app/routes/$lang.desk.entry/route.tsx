import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { dayIn, timeIn } from '#app/deadlines/day.ts'
import { enterLetter, LetterSent } from '#app/desk/enter-letter.server.ts'
import { newSubmissionId, readForm } from '#app/forms/read-form.server.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { addressees } from '#app/inquiries/addressees.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { deskCasePath, deskPagePath, deskPath, receiptPath } from '#app/links.ts'
import { reachesPhones } from '#app/notices/short-post.server.ts'
import { pageTitle } from '#app/page-title.ts'
import { hasRoleIn } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Check, Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, 'clerk', 'approver')
	const { readOwn } = await store()
	const now = new Date()
	const law = await lawOf(readOwn, configuration().JURISDICTION)
	const { zone } = law.profile.time
	const bodies = await addressees(readOwn, dayIn(zone, now))
	return {
		title: translator(pageLanguage(params))('desk:entry.title'),
		bodies: bodies.filter((body) => hasRoleIn(person, body.id, ['clerk', 'approver'])),
		phones: reachesPhones(configuration()),
		kinds: Object.keys(law.profile.inquiry.kinds),
		today: dayIn(zone, now),
		time: timeIn(zone, now),
		submissionId: newSubmissionId(person),
	}
}

export async function action({ request }: ActionFunctionArgs) {
	const person = await requireRole(request, 'clerk', 'approver')
	const form = await readForm(request, LetterSent)
	if (!form.ok) return data({ form: form.reply, receipt: null }, 422)

	const outcome = await enterLetter(person, form.value, new Date())
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal), receipt: null }, 409)
	const { number, secret, proceedingId } = outcome.value
	return data({ form: undefined, receipt: { number, secret, proceedingId } }, 201)
}

export default function Entry() {
	const sent = useActionData<typeof action>()
	const { t } = useTranslation(['desk', 'common'])
	const language = useLanguage()
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPath(language)}>{t('desk:case.back')}</TextLink>
			</p>
			{sent?.receipt ? <Entered {...sent.receipt} /> : <EntryForm />}
		</div>
	)
}

function Entered({ number, secret, proceedingId }: { number: string; secret: string; proceedingId: string }) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	return (
		<>
			<Heading level={1}>{t('entry.done', { number })}</Heading>
			<Notice tone="success">
				<p>{t('entry.doneAbout')}</p>
			</Notice>
			<div className="actions">
				<LinkButton href={receiptPath(language, secret)}>{t('entry.receipt')}</LinkButton>
				<LinkButton variant="secondary" href={deskCasePath(language, proceedingId)}>
					{t('entry.case')}
				</LinkButton>
				<LinkButton variant="tertiary" href={deskPagePath(language, 'entry')}>
					{t('entry.more')}
				</LinkButton>
			</div>
		</>
	)
}

function EntryForm() {
	const { bodies, phones, kinds, today, time, submissionId } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['desk', 'common', 'law'])
	const language = useLanguage()
	const filled = useFilledForm(useActionData<typeof action>()?.form, {
		defaults: { channel: 'paper', day: today, time, visibility: 'public', language: 'kk' },
		refusal: (code) =>
			code === 'future' ? t('desk:entry.future') : t(`desk:refused.${code as 'not-allowed'}`),
	})
	const field = (name: string, label: string) => ({
		name,
		label,
		defaultValue: filled.value(name),
		error: filled.problem(name),
	})
	const optional = t('common:form.optional')
	return (
		<>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t('desk:entry.title')}</Heading>
			<p className="lead">{t('desk:entry.about')}</p>
			<Form method="post" encType="multipart/form-data" className="form">
				<SubmissionId id={submissionId} />
				<Choice
					name="channel"
					legend={t('desk:entry.channel')}
					defaultValue={filled.value('channel')}
					options={(['paper', 'phone', 'person', 'email'] as const).map((channel) => ({
						value: channel,
						label: t(`desk:channel.${channel}`),
					}))}
				/>
				<Field {...field('day', t('desk:entry.receivedDay'))} type="date" width="short" max={today} />
				<Field {...field('time', t('desk:entry.receivedTime'))} type="time" width="short" />
				<Field {...field('name', t('desk:entry.name'))} />
				<Field {...field('publicName', t('desk:entry.publicName'))} optional={optional} />
				<Field {...field('address', t('desk:entry.address'))} optional={optional} />
				<Field {...field('email', t('desk:entry.email'))} type="email" optional={optional} />
				<Field
					{...field('phone', t('desk:entry.phone'))}
					type="tel"
					description={phones ? t('desk:entry.phoneHint') : undefined}
					optional={optional}
				/>
				<Field
					{...field('to', t('desk:entry.office'))}
					type="select"
					options={bodies.map((body) => ({
						label: body.names[language],
						options: [
							{ value: `body:${body.code}`, label: `${body.names[language]} (${t('desk:entry.wholeBody')})` },
							...body.offices.map((office) => ({
								value: `office:${office.slug}`,
								label: office.names[language],
							})),
						],
					}))}
				/>
				<Field
					{...field('kind', t('desk:entry.kind'))}
					type="select"
					width="medium"
					options={kinds.map((kind) => ({ value: kind, label: t(`law:kind.${kind as 'request'}.name`) }))}
				/>
				<Field {...field('subject', t('desk:entry.subject'))} />
				<Field {...field('text', t('desk:entry.text'))} type="textarea" rows={10} />
				<Field
					{...field('language', t('desk:entry.language'))}
					type="select"
					width="medium"
					options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
				/>
				<Choice
					name="visibility"
					legend={t('desk:entry.visibility')}
					defaultValue={filled.value('visibility')}
					options={(['public', 'private'] as const).map((value) => ({
						value,
						label: t(`desk:entry.${value}`),
					}))}
				/>
				<Check
					name="safety"
					label={t('desk:entry.safety')}
					defaultChecked={filled.value('safety') !== undefined}
				/>
				<Field
					name="files"
					type="file"
					multiple
					label={t('desk:entry.files')}
					error={filled.problem('files')}
				/>
				<Button>{t('desk:entry.button')}</Button>
			</Form>
		</>
	)
}
