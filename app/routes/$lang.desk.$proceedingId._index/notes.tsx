import type { SerializeFrom } from '@remix-run/node'
import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { deskNotes } from '#app/inquiries/desk.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'

type Note = SerializeFrom<Awaited<ReturnType<typeof deskNotes>>[number]>

/** What the desk says to itself about the case. */
export function Notes({ notes, problem }: { notes: readonly Note[]; problem?: FormReply }) {
	const { t } = useTranslation('desk')
	const filled = useFilledForm(problem)
	return (
		<section className="stack" aria-labelledby="notes-heading">
			<Heading level={2} id="notes-heading">
				{t('case.notes')}
			</Heading>
			<p className="quiet">{notes.length === 0 ? t('case.noNotes') : t('case.notesAbout')}</p>
			<ul className="plain-list">
				{notes.map((note) => (
					<li key={note.id}>
						<p className="pre-line">{note.text ?? t('case.draftTakenOver', { name: note.by ?? '' })}</p>
						<p className="quiet">
							{note.text !== null && `${note.by}, `}
							<Time at={note.at} format="short" />
						</p>
					</li>
				))}
			</ul>
			<Form method="post" className="form">
				<Field
					name="note"
					label={t('case.note')}
					type="textarea"
					rows={3}
					defaultValue={filled.value('note')}
					error={filled.problem('note')}
				/>
				<Button variant="secondary" name="intent" value="note">
					{t('case.noteButton')}
				</Button>
			</Form>
		</section>
	)
}
