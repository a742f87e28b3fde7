import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import type { UPDATE_STATES } from '#db/schema/petitions.ts'

type UpdateState = (typeof UPDATE_STATES)[number]

export function UpdateTag({ state }: { state: UpdateState }) {
	const { t } = useTranslation('invalidating')
	const { tone, icon } = LOOKS[state]
	return (
		<Tag tone={tone} icon={icon}>
			{t(`updates.state.${state}`)}
		</Tag>
	)
}

const LOOKS: Record<UpdateState, { tone: Tone; icon: IconName }> = {
	waiting: { tone: 'sun', icon: 'clock' },
	published: { tone: 'success', icon: 'tick' },
	refused: { tone: 'neutral', icon: 'cross' },
}
