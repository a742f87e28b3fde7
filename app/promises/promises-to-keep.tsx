import type { SerializeFrom } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { PromiseMade } from './promise-made.ts'

/** What an answer or a decision promised and is not yet done; the desk says here when it is. */
export function PromisesToKeep({ promises }: { promises: readonly SerializeFrom<PromiseMade>[] }) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const open = promises.filter((promise) => !promise.keptAt)
	if (open.length === 0) return null
	return (
		<section className="stack" aria-labelledby="promises-heading">
			<Heading level={2} id="promises-heading">
				{t('case.promises')}
			</Heading>
			{open.map((promise) => (
				<Form method="post" className="form" key={promise.id}>
					<input type="hidden" name="promiseId" value={promise.id} />
					<p>
						{promise.text}{' '}
						<span className="quiet">
							{t('case.promiseDue', { day: dayInWords(language, promise.dueOn, 'plain') })}
						</span>
					</p>
					<Field name="kept" id={`kept-${promise.id}`} label={t('case.promiseNote')} required />
					<Button variant="secondary" name="intent" value="kept">
						{t('case.promiseKept')}
					</Button>
				</Form>
			))}
		</section>
	)
}
