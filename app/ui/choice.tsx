import type { InputHTMLAttributes, ReactNode } from 'react'
import { describedBy, Problem, problemOf } from './field.tsx'

type Chosen = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean }

/** One of a few, all seen at once. The first option carries the id, so that an error summary can lead to it. */
export function Choice({
	name,
	legend,
	options,
	id = name,
	description,
	error,
	optional,
	defaultValue,
	required,
	inline,
	boxed,
}: {
	name: string
	legend: ReactNode
	options: readonly Chosen[]
	id?: string
	description?: ReactNode
	error?: ReactNode | readonly string[]
	optional?: string
	defaultValue?: string
	required?: boolean
	/** Side by side: only for two or three short words. */
	inline?: boolean
	/** Each option in a frame of its own: when options need a sentence to be understood. */
	boxed?: boolean
}) {
	const problem = problemOf(error)
	return (
		<fieldset
			className="ds-fieldset"
			aria-describedby={describedBy(`${id}-all`, description, problem)['aria-describedby']}
		>
			<legend className="ds-label">
				{legend}
				{optional && ' '}
				{optional && <span className="quiet">{optional}</span>}
			</legend>
			{description && (
				<div data-field="description" id={`${id}-all-description`}>
					{description}
				</div>
			)}
			<div className="choices" data-inline={inline || undefined}>
				{options.map((option, index) => (
					<Check
						key={option.value}
						type="radio"
						name={name}
						id={index === 0 ? id : `${id}-${option.value}`}
						value={option.value}
						label={option.label}
						description={option.description}
						disabled={option.disabled}
						defaultChecked={option.value === defaultValue}
						required={required}
						boxed={boxed}
						invalid={Boolean(problem)}
					/>
				))}
			</div>
			<Problem id={`${id}-all`} problem={problem} />
		</fieldset>
	)
}

/** A tick box with its label (or, within Choice, one radio button). */
export function Check({
	name,
	label,
	type = 'checkbox',
	id = name,
	description,
	error,
	boxed,
	invalid,
	...rest
}: {
	name: string
	label: ReactNode
	type?: 'checkbox' | 'radio'
	description?: ReactNode
	error?: ReactNode | readonly string[]
	boxed?: boolean
	invalid?: boolean
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type' | 'style' | 'className'>) {
	const problem = problemOf(error)
	return (
		<div className="ds-field" data-variant={boxed ? 'outline' : undefined}>
			<input
				{...rest}
				{...describedBy(id, description, problem)}
				{...(invalid && { 'aria-invalid': true })}
				className="ds-input"
				id={id}
				name={name}
				type={type}
			/>
			<label className="ds-label" htmlFor={id}>
				{label}
			</label>
			{description && (
				<div data-field="description" id={`${id}-description`}>
					{description}
				</div>
			)}
			<Problem id={id} problem={problem} />
		</div>
	)
}
