import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PromiseMade } from './promise-made.ts'

/** What an answer or a decision undertakes, each with its date and whether it was kept. */
export function Promises({ promises, lang }: { promises: readonly PromiseMade[]; lang: string | undefined }) {
	const { t } = useTranslation('inquiries')
	if (promises.length === 0) return null
	return (
		<div>
			<Heading level={3} size="xs">
				{t('promise.title')}
			</Heading>
			<ul className="entries">
				{promises.map((promise) => (
					<li key={promise.id}>
						<span lang={lang}>{promise.text}</span>
						<span className="meta">
							<span>
								{t('promise.by')} <Time on={promise.dueOn} format="plain" />
							</span>
							<Standing promise={promise} />
						</span>
						{promise.keptNote && <span lang={lang}>{promise.keptNote}</span>}
					</li>
				))}
			</ul>
		</div>
	)
}

function Standing({ promise }: { promise: PromiseMade }) {
	const { t } = useTranslation('inquiries')
	if (promise.keptAt)
		return (
			<Tag tone="success" icon="tick">
				{t('promise.kept')}
			</Tag>
		)
	if (promise.lapsed)
		return (
			<Tag tone="earth" icon="warning">
				{t('promise.lapsed')}
			</Tag>
		)
	return (
		<Tag tone="sky" icon="clock">
			{t('promise.waiting')}
		</Tag>
	)
}
