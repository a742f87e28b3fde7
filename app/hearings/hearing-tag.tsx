import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import type { HearingState } from '#db/schema/hearings.ts'

/** Where a hearing stands, in a word or two. */
export function HearingTag({ state }: { state: HearingState }) {
	const { t } = useTranslation('hearings')
	const { tone, icon } = LOOKS[state]
	return (
		<Tag tone={tone} icon={icon}>
			{t(`state.${state}`)}
		</Tag>
	)
}

const LOOKS: Record<HearingState, { tone: Tone; icon: IconName }> = {
	draft: { tone: 'neutral', icon: 'pen' },
	requested: { tone: 'sun', icon: 'clock' },
	refused: { tone: 'neutral', icon: 'cross' },
	preparing: { tone: 'sun', icon: 'paper' },
	announced: { tone: 'sky', icon: 'calendar' },
	live: { tone: 'danger', icon: 'people' },
	held: { tone: 'sun', icon: 'letter' },
	not_held: { tone: 'neutral', icon: 'cross' },
	decided: { tone: 'success', icon: 'tick' },
	called_off: { tone: 'neutral', icon: 'back' },
}
