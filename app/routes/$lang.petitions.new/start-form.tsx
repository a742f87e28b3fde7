import { Form, useLoaderData } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ownPetitionsPath, petitionPath } from '#app/links.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { loader } from './route.tsx'

/** What the law bars, in plain words, and the language of record: all that is asked before the writing. */
export function StartForm({ reply }: { reply: FormReply | undefined }) {
	const { t } = useTranslation(['proposing', 'law', 'common'])
	const language = useLanguage()
	const { banned, counter, submissionId } = useLoaderData<typeof loader>()
	const form = useFilledForm(reply, {
		defaults: { language },
		refusal: (code) => t(`proposing:refused.${code as 'no-body'}`),
	})
	return (
		<Form method="post" className="form">
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<SubmissionId id={submissionId} />
			{counter && (
				<p>
					<input type="hidden" name="counter" value={counter.number} />
					{t('proposing:new.counter')}{' '}
					<TextLink href={petitionPath(language, counter.number)} lang={counter.language}>
						{counter.title}
					</TextLink>
				</p>
			)}
			{banned.length > 0 && (
				<>
					<Details summary={t('proposing:new.bannedList')} open>
						<ul>
							{banned.map((subject) => (
								<li key={subject}>{t(`law:petition.banned.${subject as 'treaties'}`)}</li>
							))}
						</ul>
					</Details>
					<Choice
						name="banned"
						legend={t('proposing:new.banned')}
						description={t('proposing:new.bannedHelp')}
						defaultValue={form.value('banned')}
						error={form.problem('banned')}
						required
						options={[
							{ value: 'no', label: t('proposing:new.no') },
							{ value: 'yes', label: t('proposing:new.yes') },
						]}
					/>
				</>
			)}
			<Field
				name="language"
				type="select"
				label={t('proposing:new.language')}
				description={t('proposing:new.languageHelp')}
				defaultValue={form.value('language')}
				error={form.problem('language')}
				options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
				width="short"
			/>
			<p className="actions">
				<Button>{t('proposing:new.start')}</Button>
				<LinkButton href={ownPetitionsPath(language)} variant="secondary">
					{t('proposing:new.continue')}
				</LinkButton>
			</p>
		</Form>
	)
}
