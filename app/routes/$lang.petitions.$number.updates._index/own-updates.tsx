import { useTranslation } from '#app/i18n/use-translation.ts'
import { UpdateTag } from '#app/petitions/update-tag.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import type { UPDATE_STATES } from '#db/schema/petitions.ts'

interface Own {
	id: string
	language: string
	title: string
	state: (typeof UPDATE_STATES)[number]
	writtenAt: Date | string
	refusal: string | null
}

/** What the author wrote and the public does not read: it waits, or was refused. */
export function OwnUpdates({ updates }: { updates: readonly Own[] }) {
	const { t } = useTranslation('invalidating')
	if (updates.length === 0) return null
	return (
		<section className="stack" aria-labelledby="own">
			<Heading level={2} id="own">
				{t('updates.own')}
			</Heading>
			<ul className="entries">
				{updates.map(({ id, language, title, state, writtenAt, refusal }) => (
					<li key={id}>
						<p className="row">
							<UpdateTag state={state} />
							<strong lang={language}>{title}</strong>
							<Time at={writtenAt} format="short" />
						</p>
						{refusal && (
							<p>
								{t('updates.refusedBecause')} {refusal}
							</p>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}
