import type { StandingState } from '#app/deadlines/standing.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import { standingInShort } from './standing-words.ts'
import type { ToldInShort } from './strip.ts'

/** How a clock stands, in two or three words, for lists. */
export function StandingTag({ told }: { told: ToldInShort }) {
	const { t } = useTranslation('clock')
	const { tone, icon } = told.stoppedBy === 'redirected' ? SENT_ON : LOOKS[told.standing.state]
	return (
		<Tag tone={tone} icon={icon}>
			{standingInShort(t, told)}
		</Tag>
	)
}

const LOOKS: Record<StandingState, { tone: Tone; icon: IconName }> = {
	running: { tone: 'sky', icon: 'clock' },
	'due-today': { tone: 'sun', icon: 'flag' },
	overdue: { tone: 'earth', icon: 'warning' },
	paused: { tone: 'neutral', icon: 'pause' },
	met: { tone: 'success', icon: 'tick' },
	'met-late': { tone: 'earth', icon: 'tick' },
	stopped: { tone: 'neutral', icon: 'cross' },
}

const SENT_ON = { tone: 'neutral', icon: 'arrow' } as const
