import { Form } from '@remix-run/react'
import { ACCEPTED } from '#app/files/kind.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RegionField } from '#app/jurisdictions/region-field.tsx'
import { documentParagraphPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Check, Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

interface SpokenTo {
	documentId: string
	version: number
	paragraph: number
	title: string
	/** Of the words. */
	language: string
	words: string
}

/** A remark on the project of a hearing. */
export function RemarkForm({
	number,
	here,
	place,
	documents,
	document,
	regions,
	submissionId,
	form,
	kept = [],
}: {
	number: string
	/** Where the form goes. */
	here: string
	/** The paragraph that it is about. */
	place: SpokenTo | undefined
	documents: readonly { id: string; title: string }[]
	document?: string
	/** Empty where the law knows none, or a proof has said which. */
	regions: readonly string[]
	submissionId: string | undefined
	form: FormReply | undefined
	/** Files that arrived with the form before. */
	kept?: readonly { id: string; name: string }[]
}) {
	const { t } = useTranslation(['remarks', 'signing', 'law', 'common'])
	const language = useLanguage()
	const filled = useFilledForm(form, {
		defaults: { language, affiliation: 'resident', published: 'on', documentId: document },
		refusal: (code) => t(`remarks:refused.${code.split(':', 1)[0] as 'often'}`),
	})
	return (
		<Form
			method="post"
			action={here}
			encType="multipart/form-data"
			className="form"
			noValidate
			reloadDocument
		>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<SubmissionId id={submissionId} />
			{place && <Passage number={number} place={place} />}
			<Choice
				name="position"
				legend={t('remarks:positionLabel')}
				defaultValue={filled.value('position')}
				error={filled.problem('position')}
				options={POSITIONS.map((value) => ({ value, label: t(`remarks:position.${value}`) }))}
				required
				inline
			/>
			<Field
				name="text"
				type="textarea"
				rows={10}
				label={t('remarks:new.text')}
				description={t('remarks:new.textHelp')}
				defaultValue={filled.value('text')}
				error={filled.problem('text')}
				maxLength={LONGEST.remark}
				required
			/>
			<Field
				name="affiliation"
				type="select"
				label={t('remarks:affiliationLabel')}
				defaultValue={filled.value('affiliation')}
				error={filled.problem('affiliation')}
				options={AFFILIATIONS.map((value) => ({ value, label: t(`remarks:affiliation.${value}`) }))}
			/>
			<Field
				name="language"
				type="select"
				label={t('remarks:languageLabel')}
				defaultValue={filled.value('language')}
				error={filled.problem('language')}
				options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
				width="short"
			/>
			{!place && (
				<Details
					summary={t('remarks:new.passage')}
					open={Boolean(filled.value('documentId') || filled.value('passage'))}
				>
					<div className="stack">
						{documents.length > 0 && (
							<Field
								name="documentId"
								type="select"
								label={t('remarks:documentLabel')}
								defaultValue={filled.value('documentId')}
								error={filled.problem('documentId')}
								options={[
									{ value: '', label: t('remarks:new.noDocument') },
									...documents.map(({ id, title }) => ({ value: id, label: title })),
								]}
							/>
						)}
						<Field
							name="passage"
							type="textarea"
							rows={3}
							label={t('remarks:new.words')}
							description={t('remarks:new.wordsHelp')}
							defaultValue={filled.value('passage')}
							error={filled.problem('passage')}
							maxLength={LONGEST.passage}
						/>
					</div>
				</Details>
			)}
			{kept.map(({ id, name }) => (
				<Check key={id} id={`kept-${id}`} name="kept" value={id} label={name} defaultChecked />
			))}
			<Field
				name="files"
				type="file"
				label={t('remarks:new.files')}
				optional={t('common:form.optional')}
				description={t('remarks:new.filesHelp')}
				error={filled.problem('files')}
				accept={ACCEPTED}
				multiple
			/>
			<RegionField
				filled={filled}
				regions={regions}
				label={t('signing:region')}
				description={t('remarks:new.regionHelp')}
				none={t('signing:regionChoose')}
				abroad={t('signing:abroad')}
				required
			/>
			<Check
				name="published"
				label={t('remarks:new.publish')}
				description={t('remarks:new.publishHelp')}
				defaultChecked={filled.value('published') === 'on'}
			/>
			<Check
				name="showName"
				label={t('remarks:new.showName')}
				description={t('remarks:new.showNameHelp')}
				defaultChecked={filled.value('showName') === 'on'}
			/>
			<Check
				name="consent"
				label={t('remarks:new.consent')}
				error={filled.problem('consent')}
				defaultChecked={filled.value('consent') === 'on'}
				required
			/>
			<p className="actions">
				<Button name="intent" value="hand-in">
					{t('remarks:new.button')}
				</Button>
			</p>
		</Form>
	)
}

/** What the remark is about, as it stands in the document. */
function Passage({ number, place }: { number: string; place: SpokenTo }) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const { title, documentId, paragraph, words } = place
	return (
		<figure className="stack" data-gap="tight">
			<figcaption>
				<TextLink href={documentParagraphPath(language, number, documentId, place)}>
					{t('onParagraph', { paragraph, title })}
				</TextLink>
			</figcaption>
			<blockquote lang={place.language}>{words}</blockquote>
		</figure>
	)
}
