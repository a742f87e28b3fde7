import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { accountPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { endOneSession, endOtherSessions, ownSessions, requirePerson } from '#app/people/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

const SENT = z.object({ end: z.string().max(100).optional() })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	return {
		title: translator(pageLanguage(params))('people:account.sessions'),
		ended: new URL(request.url).searchParams.has('ended'),
		sessions: await ownSessions(request, personId),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	if (form.value.end) await endOneSession(personId, form.value.end)
	else await endOtherSessions(request, personId)
	throw redirect(`${accountPagePath(pageLanguage(params), 'sessions')}?ended`)
}

/** Where somebody is signed in: in which browser and since when, with no address of anybody. */
export default function Sessions() {
	const { t } = useTranslation('people')
	const { sessions, ended } = useLoaderData<typeof loader>()
	return (
		<Form method="post" action={accountPagePath(useLanguage(), 'sessions')} className="stack">
			<Heading level={1}>{t('account.sessions')}</Heading>
			{ended && <Notice tone="success" heading={t('sessions.ended')} />}
			<p>{t('sessions.count', { count: sessions.length })}</p>
			<Table
				caption={t('account.sessions')}
				hideCaption
				stacked
				columns={[
					{ label: t('sessions.device') },
					{ label: t('sessions.since') },
					{ label: t('sessions.seen') },
					{ label: t('sessions.act') },
				]}
				rows={sessions.map(({ key, device, createdAt, seenAt, here }) => ({
					key,
					cells: [
						<span key="device">
							{device ?? t('sessions.unknown')} {here && <Tag tone="success">{t('sessions.here')}</Tag>}
						</span>,
						<Time key="since" at={createdAt} />,
						<Time key="seen" at={seenAt ?? createdAt} />,
						<Button
							key="end"
							name="end"
							value={key}
							variant="secondary"
							size="sm"
							aria-label={t('sessions.endOf', { device: device ?? t('sessions.unknown') })}
						>
							{t('sessions.end')}
						</Button>,
					],
				}))}
			/>
			<p>{t('sessions.text')}</p>
			{sessions.length > 1 && (
				<div className="actions">
					<Button color="danger">{t('sessions.others')}</Button>
				</div>
			)}
		</Form>
	)
}
