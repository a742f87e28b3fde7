import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { sessionsOf } from '#app/people/find.server.ts'
import { endAllSessions, requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	const begun = await sessionsOf(readOwn, personId, new Date())
	return {
		title: translator(pageLanguage(params))('people:account.sessions'),
		begun: begun.map((at) => at.toISOString()),
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const headers = { 'Set-Cookie': await endAllSessions(personId) }
	return redirect(signInPath(pageLanguage(params), { after: 'everywhere' }), { headers })
}

export default function Sessions() {
	const { t } = useTranslation('people')
	const { begun } = useLoaderData<typeof loader>()
	return (
		<Form method="post" action="." className="stack">
			<Heading level={1}>{t('account.sessions')}</Heading>
			<p>{t('sessions.count', { count: begun.length })}</p>
			<ul className="ds-list">
				{begun.map((at) => (
					<li key={at}>
						{t('sessions.since')} <Time at={at} />
					</li>
				))}
			</ul>
			<p>{t('sessions.text')}</p>
			<div className="actions">
				<Button color="danger">{t('sessions.everywhere')}</Button>
			</div>
		</Form>
	)
}
