// Keys on the list of the desk, also where it stands beside a case: j and k go down and up, o opens, a opens to answer, x chooses.
// The list works without them.

document.addEventListener('keydown', (event) => {
	const typing =
		event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select')
	if (typing || event.ctrlKey || event.metaKey || event.altKey) return

	const links = [...document.querySelectorAll('a[data-case]')]
	const row = document.activeElement?.closest('tr, li')
	const at = links.indexOf(row?.querySelector('a[data-case]'))
	const link = links[at]
	switch (event.key) {
		case 'j':
			return links[Math.min(at + 1, links.length - 1)]?.focus()
		case 'k':
			return links[Math.max(at - 1, 0)]?.focus()
		case 'o':
			return link?.click()
		case 'a':
			return link && location.assign(`${link.pathname}/answer`)
		case 'x':
			return row?.querySelector('input[name=case]')?.click()
	}
})
