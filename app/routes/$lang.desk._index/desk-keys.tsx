import { useEffect } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** Keys on the list: j and k go down and up, o opens, a opens to answer, x chooses. */
export function DeskKeys() {
	const { t } = useTranslation('desk')
	useEffect(() => {
		document.addEventListener('keydown', act)
		return () => document.removeEventListener('keydown', act)
	}, [])
	return (
		<p className="quiet small">
			<kbd>j</kbd> <kbd>k</kbd> {t('keys.move')} · <kbd>o</kbd> {t('keys.open')} · <kbd>a</kbd>{' '}
			{t('keys.answer')} · <kbd>x</kbd> {t('keys.choose')}
		</p>
	)
}

function act(event: KeyboardEvent) {
	const typing =
		event.target instanceof HTMLElement && event.target.closest('input[type=text], textarea, select')
	if (typing || event.ctrlKey || event.metaKey || event.altKey) return
	const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-case]')]
	const at = links.indexOf(
		document.activeElement?.closest('tr')?.querySelector('a[data-case]') as HTMLAnchorElement,
	)
	const link = links[at]
	switch (event.key) {
		case 'j':
			return links[Math.min(at + 1, links.length - 1)]?.focus()
		case 'k':
			return links[Math.max(at - 1, 0)]?.focus()
		case 'o':
			return link?.click()
		case 'a':
			return link && location.assign(`${link.href}/answer`)
		case 'x':
			return link?.closest('tr')?.querySelector<HTMLInputElement>('input[name=case]')?.click()
	}
}
