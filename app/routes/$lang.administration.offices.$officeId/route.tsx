import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officeWords } from '#app/administration/fields.ts'
import { officeById } from '#app/administration/find.server.ts'
import { OfficeForm } from '#app/administration/office-form.tsx'
import { changeOffice, OFFICES_KEY } from '#app/administration/offices.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { administeredPath, officePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requireRole(request, 'administrator')
	const { readOwn } = await store()
	const office = await officeById(readOwn, params.officeId ?? '')
	if (!office) throw notFound()
	return {
		title: office.names[pageLanguage(params)],
		office,
		saved: new URL(request.url).searchParams.has('saved'),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requireRole(request, 'administrator')
	const officeId = params.officeId ?? ''
	const form = await readForm(request, officeWords)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const outcome = await write(OFFICES_KEY, (tx) =>
		changeOffice(tx, { officeId, words: form.value, actor, now: new Date() }),
	)
	if (!outcome.ok) {
		const field = outcome.refusal === 'slug-taken' ? 'slug' : undefined
		return data({ form: form.refuse(outcome.refusal, field) }, 409)
	}
	throw redirect(administeredPath(pageLanguage(params), 'offices', officeId, { saved: 1 }))
}

export default function OneOffice() {
	const { t } = useTranslation('oversight')
	const language = useLanguage()
	const { office, saved } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form?: FormReply }>()
	const own = administeredPath(language, 'offices', office.id)
	return (
		<div className="stack" data-gap="wide">
			<div className="stack">
				<Heading level={1}>
					{office.names[language]} {office.closedAt && <Tag>{t('admin.closed')}</Tag>}
				</Heading>
				<p className="meta">
					<TextLink href={administeredPath(language, 'bodies', office.body.id)}>
						{office.body.names[language]}
					</TextLink>
					<TextLink href={officePath(language, office.slug)}>{t('moderation.page')}</TextLink>
				</p>
			</div>
			{saved && !answer && <Notice tone="success" heading={t('admin.saved')} />}
			<div className="stack">
				<Heading level={2} id="tenures">
					{t('offices.tenures')}
				</Heading>
				<Table
					caption={t('offices.tenures')}
					hideCaption
					stacked
					empty={t('offices.noTenures')}
					columns={[{ label: t('column.person') }, { label: t('column.from') }, { label: t('column.until') }]}
					rows={office.tenures.map(({ id, officialId, names, from, until }) => ({
						key: id,
						cells: [
							<TextLink key="official" href={`${own}/officials/${officialId}`}>
								{names[language]}
							</TextLink>,
							<Time key="from" on={from} format="plain" />,
							until ? <Time key="until" on={until} format="plain" /> : t('offices.runs'),
						],
					}))}
				/>
				{office.closedAt ? (
					<div className="actions">
						<LinkButton variant="secondary" href={`${own}/reopening`}>
							{t('offices.reopen')}
						</LinkButton>
					</div>
				) : (
					<div className="actions">
						<LinkButton variant="secondary" href={`${own}/appointment`}>
							{t('offices.appoint')}
						</LinkButton>
						{office.tenures.some(({ until }) => until === null) && (
							<LinkButton variant="tertiary" href={`${own}/vacancy`}>
								{t('offices.vacate')}
							</LinkButton>
						)}
						<LinkButton variant="tertiary" color="danger" href={`${own}/closing`}>
							{t('offices.close')}
						</LinkButton>
					</div>
				)}
			</div>
			{!office.closedAt && (
				<section className="stack" aria-labelledby="change">
					<Heading level={2} id="change">
						{t('admin.change')}
					</Heading>
					<OfficeForm office={office} reply={answer?.form} />
				</section>
			)}
		</div>
	)
}
