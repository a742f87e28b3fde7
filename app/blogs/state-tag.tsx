import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import type { PostState } from './post.ts'

export function StateTag({ state }: { state: PostState }) {
	const { t } = useTranslation('blogs')
	return <Tag {...LOOKS[state]}>{t(`desk.state.${state}`)}</Tag>
}

const LOOKS: Record<PostState, { tone: Tone; icon: IconName }> = {
	draft: { tone: 'neutral', icon: 'pen' },
	scheduled: { tone: 'sun', icon: 'clock' },
	published: { tone: 'success', icon: 'tick' },
	withdrawn: { tone: 'neutral', icon: 'cross' },
}
