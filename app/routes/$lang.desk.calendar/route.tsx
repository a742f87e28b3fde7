import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { calendarSecret, endCalendarLink, makeCalendarLink } from '#app/inquiries/desk-calendar.server.ts'
import { deskCalendarPath, deskPagePath, deskPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { DESK_ROLES } from '#app/people/actor.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requireRole(request, ...DESK_ROLES)
	const { readOwn } = await store()
	const { SECRET_KEY, PUBLIC_URL } = configuration()
	const secret = await calendarSecret(readOwn, { personId, secretKey: SECRET_KEY })
	return {
		title: translator(pageLanguage(params))('desk:calendar.title'),
		address: secret ? new URL(deskCalendarPath(secret), PUBLIC_URL ?? request.url).href : null,
	}
}

const SENT = z.object({ intent: z.enum(['make', 'end']) })

export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requireRole(request, ...DESK_ROLES)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { intent } = form.value
	const { write } = await store()
	await write(`calendar-link:${personId}`, async (tx) => {
		if (intent === 'end') await endCalendarLink(tx, { personId })
		else await makeCalendarLink(tx, { personId, secretKey: configuration().SECRET_KEY, now: new Date() })
	})
	throw redirect(deskPagePath(pageLanguage(params), 'calendar'))
}

export default function DeskCalendar() {
	const { address } = useLoaderData<typeof loader>()
	const { t } = useTranslation('desk')
	const language = useLanguage()
	return (
		<div className="stack">
			<p>
				<TextLink href={deskPath(language)}>{t('case.back')}</TextLink>
			</p>
			<Heading level={1}>{t('calendar.title')}</Heading>
			<p className="lead">{t('calendar.about')}</p>
			<Form method="post" className="form">
				{address && (
					<Field
						name="address"
						label={t('calendar.address')}
						description={t('calendar.once')}
						readOnly
						value={address}
					/>
				)}
				{address && <p className="quiet">{t('calendar.renewAbout')}</p>}
				<div className="actions">
					<Button name="intent" value="make" variant={address ? 'secondary' : 'primary'}>
						{t(address ? 'calendar.renew' : 'calendar.make')}
					</Button>
					{address && (
						<Button name="intent" value="end" variant="tertiary">
							{t('calendar.end')}
						</Button>
					)}
				</div>
			</Form>
		</div>
	)
}
