import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Time } from '#app/ui/time.tsx'
import { EVENT_TONES, eventSentence } from './events.ts'
import type { ShownPetition } from './shown.ts'

/** What happened, the newest first. Nothing is ever taken out of it. */
export function PetitionRecord({ record }: { record: ShownPetition['record'] }) {
	const { t } = useTranslation(['petitions', 'law'])
	const language = useLanguage()
	return (
		<ol className="thread">
			{record.map((event) => (
				<li key={event.key} data-tone={EVENT_TONES[event.type]}>
					<span className="thread-when">
						<Time at={event.at} />
					</span>
					<span>{eventSentence(t, language, event)}</span>
				</li>
			))}
		</ol>
	)
}
