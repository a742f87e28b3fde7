import { Icon } from './icon.tsx'

/** What must be put right, first on the page after a refused form; each problem leads to its field. */
export function ErrorSummary({
	title,
	problems,
}: {
	title: string
	/** `field` is the id of the control; without it the problem is of the whole form. */
	problems: readonly { field?: string; message: string }[]
}) {
	if (problems.length === 0) return null
	return (
		<div
			className="ds-error-summary"
			role="alert"
			tabIndex={-1}
			autoFocus
			aria-labelledby="error-summary-title"
		>
			<h2 className="ds-heading" data-size="xs" id="error-summary-title">
				<Icon name="danger" /> {title}
			</h2>
			<ul className="ds-list">
				{problems.map(({ field, message }) => (
					<li key={`${field} ${message}`}>
						{field ? (
							<a className="ds-link" href={`#${field}`}>
								{message}
							</a>
						) : (
							message
						)}
					</li>
				))}
			</ul>
		</div>
	)
}
