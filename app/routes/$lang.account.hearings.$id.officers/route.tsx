import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { appointOfficer, dismissOfficer, officersOf } from '#app/hearings/officers.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { refused } from '#app/outcome.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { actOnHearing } from '#app/routes/$lang.account.hearings.$id._index/act-on-hearing.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

const HEARING_OFFICERS = ['chair', 'secretary', 'moderator'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, language } = await pageToAct(request, params, 'appoint')
	return {
		title: translator(language)('holding:officers.title'),
		head,
		officers: (await officersOf(readOwn, hearing.id)).map(({ role, personId, name, position }) => ({
			role,
			personId,
			name,
			position,
		})),
	}
}

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('appoint'),
		role: z.enum(HEARING_OFFICERS),
		email: z.email().max(254),
		position: z.string().max(200).default(''),
	}),
	z.object({
		intent: z.literal('dismiss'),
		role: z.enum(HEARING_OFFICERS),
		personId: z.string().min(1).max(100),
	}),
])

export async function action(args: ActionFunctionArgs) {
	return actOnHearing(
		args,
		SENT,
		async (tx, acting, sent) => {
			if (sent.intent === 'dismiss') return dismissOfficer(tx, { ...acting, ...sent })
			// Who has an account here is nobody's to find out by trying addresses.
			const keys = { person: acting.actor.personId, address: addressOf(args.context) }
			const may = await limited('appoint', keys)
			return may.ok ? appointOfficer(tx, { ...acting, ...sent }) : refused('often')
		},
		{
			at: { 'no-account': 'email', 'own-project': 'email', 'chair-and-secretary': 'email', often: 'email' },
			next: 'officers',
		},
	)
}

export default function OfficersPage() {
	const { t } = useTranslation(['holding', 'hearings', 'common'])
	const { head, title, officers } = useLoaderData<typeof loader>()
	const filled = useFormOf('holding', useActionData<typeof action>()?.form)
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			<p>{t('holding:officers.lead')}</p>
			{officers.length > 0 && (
				<ul className="entries">
					{officers.map(({ role, personId, name, position }) => (
						<li key={role + personId} className="row">
							<span>
								<strong>{t(`hearings:officer.${role}`)}</strong>: {name}
								{position && `, ${position}`}
							</span>
							<Form method="post">
								<input type="hidden" name="role" value={role} />
								<input type="hidden" name="personId" value={personId} />
								<Button name="intent" value="dismiss" variant="secondary">
									{t('holding:officers.dismiss')}
								</Button>
							</Form>
						</li>
					))}
				</ul>
			)}
			<Heading level={2} size="sm">
				{t('holding:officers.appoint')}
			</Heading>
			<Form method="post" className="form">
				<Field
					name="role"
					type="select"
					label={t('holding:officers.role')}
					defaultValue={filled.value('role')}
					error={filled.problem('role')}
					options={HEARING_OFFICERS.map((role) => ({ value: role, label: t(`hearings:officer.${role}`) }))}
					width="medium"
				/>
				<Field
					name="email"
					type="email"
					label={t('holding:officers.email')}
					description={t('holding:officers.emailHelp')}
					defaultValue={filled.value('email')}
					error={filled.problem('email')}
					required
				/>
				<Field
					name="position"
					label={t('holding:officers.position')}
					optional={t('common:form.optional')}
					defaultValue={filled.value('position')}
					maxLength={200}
				/>
				<Button name="intent" value="appoint">
					{t('holding:officers.appoint')}
				</Button>
			</Form>
		</HoldingFrame>
	)
}
