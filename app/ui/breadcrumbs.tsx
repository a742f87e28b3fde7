/** The way up from here. The last step is this page, and is not a link. */
export function Breadcrumbs({
	label,
	steps,
}: {
	label: string
	steps: readonly { label: string; href?: string }[]
}) {
	return (
		<nav className="ds-breadcrumbs" aria-label={label}>
			<ol>
				{steps.map((step) => (
					<li key={step.label}>
						{step.href ? (
							<a className="ds-link" href={step.href}>
								{step.label}
							</a>
						) : (
							<span aria-current="page">{step.label}</span>
						)}
					</li>
				))}
			</ol>
		</nav>
	)
}
