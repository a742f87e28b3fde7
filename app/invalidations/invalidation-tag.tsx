import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import type { InvalidationState } from './invalidation.ts'

/** Where an invalidation stands. */
export function InvalidationTag({ state }: { state: InvalidationState }) {
	const { t } = useTranslation('invalidating')
	const { tone, icon } = LOOKS[state]
	return (
		<Tag tone={tone} icon={icon}>
			{t(`state.${state}`)}
		</Tag>
	)
}

const LOOKS: Record<InvalidationState, { tone: Tone; icon: IconName }> = {
	tried: { tone: 'neutral', icon: 'search' },
	running: { tone: 'sun', icon: 'clock' },
	done: { tone: 'earth', icon: 'cross' },
	reversing: { tone: 'sun', icon: 'back' },
	reversed: { tone: 'success', icon: 'back' },
	discarded: { tone: 'neutral', icon: 'cross' },
}
