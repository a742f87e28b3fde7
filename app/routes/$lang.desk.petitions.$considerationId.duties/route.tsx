import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DISCUSSION, mayBeWaived, openDuties } from '#app/considerations/consider.ts'
import { headOf, petitionOnDesk } from '#app/considerations/desk.server.ts'
import { DeskStep } from '#app/considerations/desk-step.tsx'
import { keepDuty } from '#app/considerations/duties.server.ts'
import { isDay } from '#app/deadlines/day.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { actOnDesk } from '#app/routes/$lang.desk.petitions.$considerationId._index/act-on-desk.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), new Date())
	const { consideration, law, kept, acts, today } = opened
	const open = openDuties(law.profile, kept).filter(
		(duty) => duty !== DISCUSSION || consideration.discussionOn !== null,
	)
	if (!acts.includes('keep-record') || open.length === 0)
		throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
	return {
		title: translator(pageLanguage(params))('considering:duties.title'),
		head: await headOf(readOwn, opened),
		open,
		waivable: open.some(mayBeWaived),
		discussionOn: consideration.discussionOn,
		today,
	}
}

const SENT = z.object({
	duty: z.string().max(100),
	kept: z.enum(['done', 'waived']).default('done'),
	doneOn: z.string().refine(isDay, 'day').optional(),
	note: z.string().min(1).max(5000),
})

export const action = (args: ActionFunctionArgs) =>
	actOnDesk(args, SENT, (tx, acting, { duty, kept, doneOn = null, note }) =>
		keepDuty(tx, { ...acting, duty, note, doneOn, waived: kept === 'waived' }),
	)

export default function KeepDuty() {
	const { head, open, waivable, discussionOn, today } = useLoaderData<typeof loader>()
	const { t } = useTranslation(['considering', 'law'])
	const filled = useFormOf('considering', useActionData<typeof action>()?.form)
	return (
		<DeskStep head={head} title={t('considering:duties.title')} filled={filled}>
			<p>{t('considering:duties.about')}</p>
			<Form method="post" className="form">
				<Choice
					name="duty"
					legend={t('considering:duties.which')}
					defaultValue={filled.value('duty') ?? open[0]}
					error={filled.problem('duty')}
					options={open.map((duty) => ({
						value: duty,
						label: t(`law:petition.duty.${duty as 'commission_with_starter'}`),
					}))}
				/>
				{waivable && (
					<Choice
						name="kept"
						legend={t('considering:duties.how')}
						description={t('considering:duties.waivedAbout')}
						defaultValue={filled.value('kept') ?? 'done'}
						options={(['done', 'waived'] as const).map((kept) => ({
							value: kept,
							label: t(`considering:duties.${kept}`),
						}))}
					/>
				)}
				<Field
					name="doneOn"
					label={t('considering:duties.doneOn')}
					type="date"
					width="short"
					max={today}
					defaultValue={filled.value('doneOn') ?? discussionOn ?? undefined}
					error={filled.problem('doneOn')}
				/>
				<Field
					name="note"
					label={t('considering:duties.note')}
					description={t('considering:duties.noteAbout')}
					type="textarea"
					rows={4}
					defaultValue={filled.value('note')}
					error={filled.problem('note')}
				/>
				<Button>{t('considering:duties.button')}</Button>
			</Form>
		</DeskStep>
	)
}
