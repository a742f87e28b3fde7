import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LONGEST } from '#app/dossiers/document.ts'
import { KindField } from '#app/dossiers/kind-field.tsx'
import type { ShownDocument } from '#app/dossiers/shown.ts'
import { VersionFields } from '#app/dossiers/version-fields.tsx'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

interface Given {
	/** Of the hearing. */
	id: number
	filled: ReturnType<typeof useFilledForm>
}

function OneForm({ id, children, upload }: { id: number; children: ReactNode; upload?: boolean }) {
	return (
		<Form
			method="post"
			action={holdingPath(useLanguage(), id, 'documents')}
			encType={upload ? 'multipart/form-data' : undefined}
			className="form"
		>
			{children}
		</Form>
	)
}

export function AddForm({ id, filled, party }: Given & { party: 'initiator' | 'authority' }) {
	const { t } = useTranslation('dossiers')
	const own = filled.of({ intent: 'add' })
	return (
		<Details summary={t('manage.new')} open={own.problems.length > 0} id="add">
			<OneForm id={id} upload>
				<KindField party={party} filled={own} />
				<VersionFields filled={own} />
				<p className="actions">
					<Button name="intent" value="add">
						{t('handIn')}
					</Button>
				</p>
			</OneForm>
		</Details>
	)
}

export function VersionForm({ id, filled, documents }: Given & { documents: readonly ShownDocument[] }) {
	const { t } = useTranslation('dossiers')
	const own = filled.of({ intent: 'version' })
	return (
		<Details summary={t('manage.newVersion')} open={own.value('intent') === 'version'} id="version">
			<OneForm id={id} upload>
				<Field
					name="documentId"
					id="version-documentId"
					type="select"
					label={t('manage.of')}
					defaultValue={own.value('documentId')}
					options={documents.map((document) => ({
						value: document.id,
						label: document.versions[0]?.title ?? '',
					}))}
				/>
				<VersionFields filled={own} prefix="version" />
				<p className="actions">
					<Button name="intent" value="version">
						{t('handIn')}
					</Button>
				</p>
			</OneForm>
		</Details>
	)
}

export function PostForm({ id }: Given) {
	const { t } = useTranslation('dossiers')
	return (
		<section className="stack">
			<Heading level={2} size="md">
				{t('manage.post')}
			</Heading>
			<p>{t('manage.postLead')}</p>
			<OneForm id={id}>
				<p className="actions">
					<Button name="intent" value="post">
						{t('manage.post')}
					</Button>
				</p>
			</OneForm>
		</section>
	)
}

export function JudgeForm({
	id,
	filled,
	documentId,
	version,
	title,
	wanted,
}: Given & { documentId: string; version: number; title: string; wanted: FactorWanted }) {
	const { t } = useTranslation('dossiers')
	const own = filled.of({ intent: 'judge', documentId })
	const field = `judge-${documentId}-${version}`
	return (
		<OneForm id={id}>
			<input type="hidden" name="documentId" value={documentId} />
			<input type="hidden" name="version" value={version} />
			<Choice
				name="material"
				id={`${field}-material`}
				legend={t('manage.judge', { version, title })}
				defaultValue={own.value('material')}
				error={own.problem('material')}
				options={[
					{ value: 'yes', label: t('manage.material') },
					{ value: 'no', label: t('manage.immaterial') },
				]}
			/>
			<Reason id={`${field}-reason`} label={t('manage.reason')} own={own} />
			<FactorFields wanted={wanted} problem={own.problem('factorCode')} />
			<p className="actions">
				<Button name="intent" value="judge">
					{t('manage.decide')}
				</Button>
			</p>
		</OneForm>
	)
}

export function HideForm({ id, filled, documents }: Given & { documents: readonly ShownDocument[] }) {
	const { t } = useTranslation('dossiers')
	const own = filled.of({ intent: 'hide' })
	return (
		<Details summary={t('manage.hide')} open={own.value('intent') === 'hide'} id="hide">
			<OneForm id={id}>
				<Field
					name="documentId"
					id="hide-documentId"
					type="select"
					label={t('manage.of')}
					defaultValue={own.value('documentId')}
					options={documents.map((document) => ({
						value: document.id,
						label: document.versions[0]?.title ?? '',
					}))}
				/>
				<Reason id="hide-reason" label={t('manage.hideReason')} own={own} />
				<p className="actions">
					<Button name="intent" value="hide">
						{t('manage.hide')}
					</Button>
				</p>
			</OneForm>
		</Details>
	)
}

function Reason({ id, label, own }: { id: string; label: string; own: Given['filled'] }) {
	return (
		<Field
			name="reason"
			id={id}
			type="textarea"
			rows={3}
			label={label}
			maxLength={LONGEST.reason}
			defaultValue={own.value('reason')}
			error={own.problem('reason')}
		/>
	)
}
