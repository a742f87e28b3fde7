import type { InputHTMLAttributes, ReactNode } from 'react'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

export type FieldProps = {
	name: string
	label: ReactNode
	type?:
		| 'text'
		| 'email'
		| 'password'
		| 'search'
		| 'tel'
		| 'url'
		| 'number'
		| 'date'
		| 'time'
		| 'datetime-local'
		| 'file'
		| 'textarea'
		| 'select'
	/** The id is the name unless a page has the same name twice. */
	id?: string
	description?: ReactNode
	/** The translated problem; its presence marks the field invalid. */
	error?: ReactNode | readonly string[]
	/** The word that says a field may be left empty, when it may. */
	optional?: string
	/** How long a text is expected: a code, a name, or the whole column (default). */
	width?: 'short' | 'medium'
	hideLabel?: boolean
	/** For `textarea`. */
	rows?: number
	/** For `select`. */
	options?: readonly (Option | OptionGroup)[]
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type' | 'id' | 'style' | 'width' | 'className'>

/** Label, description, control and error, tied by id; complete without scripts. */
export function Field({
	name,
	label,
	type = 'text',
	id = name,
	description,
	error,
	optional,
	width,
	hideLabel,
	rows = 6,
	options,
	...rest
}: FieldProps) {
	const problem = problemOf(error)
	const control = {
		...(rest as object),
		id,
		name,
		className: 'ds-input',
		'data-width': width,
		...describedBy(id, description, problem, rest['aria-describedby']),
	}
	return (
		<div className="ds-field">
			<label className={hideLabel ? 'ds-sr-only' : 'ds-label'} htmlFor={id}>
				{label}
				{optional && ' '}
				{optional && <span className="quiet">{optional}</span>}
			</label>
			{description && (
				<div data-field="description" id={`${id}-description`}>
					{description}
				</div>
			)}
			{type === 'textarea' ? (
				<textarea {...control} rows={rows} />
			) : type === 'select' ? (
				<select {...control}>{options?.map(optionOrGroup)}</select>
			) : (
				<input {...control} type={type} />
			)}
			<Problem id={id} problem={problem} />
		</div>
	)
}

/** What an input needs so that its description and error are read out with it. */
export function describedBy(id: string, description: unknown, problem: unknown, more?: string) {
	const ids = [more, description && `${id}-description`, problem && `${id}-error`].filter(Boolean)
	return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': problem ? true : undefined }
}

export function Problem({ id, problem }: { id: string; problem: ReactNode }) {
	if (!problem) return null
	return (
		<p className="ds-validation-message" data-field="validation" id={`${id}-error`}>
			{problem}
		</p>
	)
}

export function problemOf(error: ReactNode | readonly string[]): ReactNode {
	return Array.isArray(error) ? error.join(' ') : (error as ReactNode)
}

function optionOrGroup(option: Option | OptionGroup) {
	if ('options' in option) {
		return (
			<optgroup key={option.label} label={option.label}>
				{option.options.map(optionOrGroup)}
			</optgroup>
		)
	}
	return (
		<option key={option.value} value={option.value} disabled={option.disabled}>
			{option.label}
		</option>
	)
}
