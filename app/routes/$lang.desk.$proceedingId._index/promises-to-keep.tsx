import type { SerializeFrom } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { InquiryAct } from '#app/inquiries/inquiry.ts'
import type { Letter } from '#app/inquiries/thread.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

/** What the answer promised and is not yet done; the desk says here when it is. */
export function PromisesToKeep({
	letters,
	acts,
}: {
	letters: readonly SerializeFrom<Letter>[]
	acts: readonly InquiryAct[]
}) {
	const { t } = useTranslation('desk')
	const language = useLanguage()
	const open = letters.flatMap((letter) => letter.promises.filter((promise) => !promise.keptAt))
	if (open.length === 0 || !acts.includes('keep-promise')) return null
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
