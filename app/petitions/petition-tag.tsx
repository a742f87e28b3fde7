import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import type { PetitionState } from '#db/schema/petitions.ts'

/** Where a petition stands, in two or three words. */
export function PetitionTag({ state }: { state: PetitionState }) {
	const { t } = useTranslation('petitions')
	const { tone, icon } = LOOKS[state]
	return (
		<Tag tone={tone} icon={icon}>
			{t(`state.${state}`)}
		</Tag>
	)
}

const LOOKS: Record<PetitionState, { tone: Tone; icon: IconName }> = {
	draft: { tone: 'neutral', icon: 'pen' },
	sponsoring: { tone: 'sky', icon: 'people' },
	lapsed: { tone: 'neutral', icon: 'cross' },
	checking: { tone: 'sun', icon: 'clock' },
	rejected: { tone: 'neutral', icon: 'cross' },
	open: { tone: 'sky', icon: 'pen' },
	considered: { tone: 'sun', icon: 'body' },
	decided: { tone: 'success', icon: 'tick' },
	returned: { tone: 'neutral', icon: 'arrow' },
	closed: { tone: 'neutral', icon: 'lock' },
	withdrawn: { tone: 'neutral', icon: 'back' },
}
