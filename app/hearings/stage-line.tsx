import { useTranslation } from '#app/i18n/use-translation.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Stage } from './stages.ts'

/** The way of a hearing: what is done and when, what is going on, what comes and by when. */
export function StageLine({ stages }: { stages: readonly Stage[] }) {
	const { t } = useTranslation('hearings')
	return (
		<section className="stack" data-gap="tight" aria-labelledby="stages">
			<Heading level={2} size="xs" id="stages">
				{t('stage.title')}
			</Heading>
			<ol className="stages">
				{stages.map(({ id, time, on, by, late }) => (
					<li key={id} data-time={time} aria-current={time === 'now' ? 'step' : undefined}>
						{time === 'done' && <Icon name="tick" />}
						<span>
							<strong>{t(`stage.${id}`)}</strong>
							{time === 'now' && <> · {t('stage.now')}</>}
							<span className="stage-when">
								{on && <Time on={on} format="plain" />}
								{!on && by && (
									<>
										{t(id === 'session' ? 'stage.on' : 'stage.by')} <Time on={by} format="plain" />
									</>
								)}
								{late && <> · {t('stage.late')}</>}
							</span>
						</span>
					</li>
				))}
			</ol>
		</section>
	)
}
