/** Links to the pages of a list; the address is the list's own with `page` changed. Nothing when there is one page. */
export function Pager({
	page,
	pages,
	hrefFor,
	words,
}: {
	page: number
	pages: number
	hrefFor: (page: number) => string
	words: { label: string; previous: string; next: string }
}) {
	if (pages < 2) return null
	return (
		<nav className="ds-pagination" aria-label={words.label}>
			<ul>
				<li>
					{page > 1 && (
						<a className="ds-button" data-variant="tertiary" rel="prev" href={hrefFor(page - 1)}>
							{words.previous}
						</a>
					)}
				</li>
				{shown(page, pages).map((number, index, all) => (
					<li key={number} data-gap={index > 0 && all[index - 1] !== number - 1 ? true : undefined}>
						<a
							className="ds-button tabular"
							data-variant={number === page ? undefined : 'tertiary'}
							aria-current={number === page ? 'page' : undefined}
							href={hrefFor(number)}
						>
							{number}
						</a>
					</li>
				))}
				<li>
					{page < pages && (
						<a className="ds-button" data-variant="tertiary" rel="next" href={hrefFor(page + 1)}>
							{words.next}
						</a>
					)}
				</li>
			</ul>
		</nav>
	)
}

function shown(page: number, pages: number): number[] {
	const near = [1, page - 1, page, page + 1, pages]
	return [...new Set(near)].filter((number) => number >= 1 && number <= pages)
}
