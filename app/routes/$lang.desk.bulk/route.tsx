import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { BulkSent, inBulk, MOST_AT_ONCE } from '#app/desk/bulk.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { otherAddressees } from '#app/inquiries/addressees.server.ts'
import { chosenCases, deskMembers, mergeTargets } from '#app/inquiries/desk.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { deskCasePath, deskPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requireRole(request, 'clerk', 'approver')
	const { readOwn } = await store()
	const ids = new URL(request.url).searchParams.getAll('case').slice(0, MOST_AT_ONCE)
	const chosen = await chosenCases(readOwn, person, ids)
	const bodyIds = [...new Set(chosen.map((one) => one.bodyId))]
	const bodyId = bodyIds.length === 1 ? bodyIds[0] : undefined
	const law = await lawOf(readOwn, configuration().JURISDICTION)
	return {
		title: translator(pageLanguage(params))('desk:bulk.title'),
		chosen,
		// A person and a question to join belong to one body.
		members: bodyId ? await deskMembers(readOwn, bodyId) : [],
		targets: bodyId ? await mergeTargets(readOwn, bodyId, '') : [],
		bodies: await otherAddressees(readOwn, bodyIds, legalDay(law, new Date())),
	}
}

export async function action({ request }: ActionFunctionArgs) {
	const person = await requireRole(request, 'clerk', 'approver')
	const form = await readForm(request, BulkSent)
	if (!form.ok) return data({ form: form.reply, results: null }, 422)
	return data({ form: undefined, results: await inBulk(person, form.value, new Date()) })
}

export default function Bulk() {
	const { chosen } = useLoaderData<typeof loader>()
	const sent = useActionData<typeof action>()
	const { t } = useTranslation(['desk', 'common'])
	const language = useLanguage()
	const filled = useFilledForm(sent?.form)
	if (chosen.length === 0 && !sent)
		return (
			<div className="stack">
				<Heading level={1}>{t('desk:bulk.title')}</Heading>
				<EmptyState
					heading={t('desk:bulk.none')}
					action={<LinkButton href={deskPath(language)}>{t('desk:case.back')}</LinkButton>}
				>
					{t('desk:bulk.noneAbout')}
				</EmptyState>
			</div>
		)
	return (
		<div className="stack">
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<Heading level={1}>{t('desk:bulk.title')}</Heading>
			{sent?.results ? (
				<Results results={sent.results} />
			) : (
				<>
					<p className="tabular">{t('desk:bulk.chosen', { count: chosen.length })}</p>
					<ul>
						{chosen.map((one) => (
							<li key={one.id}>
								<TextLink href={deskCasePath(language, one.id)}>{one.subject}</TextLink>{' '}
								<span className="quiet tabular">{one.number}</span>
							</li>
						))}
					</ul>
					<Ways filled={filled} />
				</>
			)}
		</div>
	)
}

function Results({ results }: { results: readonly { proceedingId: string; refusal: string | null }[] }) {
	const { chosen } = useLoaderData<typeof loader>()
	const { t } = useTranslation('desk')
	const language = useLanguage()
	return (
		<>
			<Heading level={2}>{t('bulk.result')}</Heading>
			<ul>
				{results.map(({ proceedingId, refusal }) => (
					<li key={proceedingId}>
						<TextLink href={deskCasePath(language, proceedingId)}>
							{chosen.find((one) => one.id === proceedingId)?.number ?? t('case.record')}
						</TextLink>
						: {refusal ? t(`refused.${refusal as 'wrong-state'}`) : t('bulk.ok')}
					</li>
				))}
			</ul>
			<LinkButton href={deskPath(language)}>{t('bulk.again')}</LinkButton>
		</>
	)
}

function Ways({ filled }: { filled: ReturnType<typeof useFilledForm> }) {
	const { chosen, members, targets, bodies } = useLoaderData<typeof loader>()
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const hidden = chosen.map((one) => <input key={one.id} type="hidden" name="case" value={one.id} />)
	return (
		<>
			{members.length > 0 && (
				<Form method="post" className="form">
					{hidden}
					<Heading level={2}>{t('bulk.assign')}</Heading>
					<Field
						name="executorId"
						label={t('case.assign')}
						type="select"
						defaultValue={filled.value('executorId')}
						error={filled.problem('executorId')}
						options={members.map(({ id, name }) => ({ value: id, label: name }))}
					/>
					<Button name="intent" value="assign">
						{t('case.assignButton')}
					</Button>
				</Form>
			)}
			<Form method="post" className="form">
				{hidden}
				<Heading level={2}>{t('bulk.redirect')}</Heading>
				<p>{t('step.redirect.effect')}</p>
				<Field
					name="to"
					label={t('step.redirect.toBody')}
					type="select"
					defaultValue={filled.value('to')}
					error={filled.problem('to')}
					options={bodies.map((body) => ({ value: body.id, label: body.names[language] }))}
				/>
				<Field
					name="reason"
					label={t('step.reason')}
					description={t('step.reasonAbout')}
					type="textarea"
					rows={3}
					defaultValue={filled.value('reason')}
					error={filled.problem('reason')}
				/>
				<Button name="intent" value="redirect">
					{t('step.redirect.button')}
				</Button>
			</Form>
			{targets.length > 0 && (
				<Form method="post" className="form">
					{hidden}
					<Heading level={2}>{t('bulk.merge')}</Heading>
					<p>{t('step.merge.effect')}</p>
					<Field
						name="into"
						label={t('step.merge.into')}
						type="select"
						defaultValue={filled.value('into')}
						error={filled.problem('into')}
						options={targets.map((target) => ({
							value: target.proceedingId,
							label: `${target.number} ${target.subject}`,
						}))}
					/>
					<Button name="intent" value="merge">
						{t('step.merge.button')}
					</Button>
				</Form>
			)}
		</>
	)
}
