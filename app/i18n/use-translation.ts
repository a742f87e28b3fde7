import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import { type Namespaces, wordsOf } from './words.ts'

/**
 * The words of the page, as react-i18next's hook of this name gives them. That one makes a copy of
 * its whole instance in every component, which took a third of the time of a page; here the language
 * of a page never changes, so there is nothing to watch.
 */
export function useTranslation<const Ns extends Namespaces = 'common'>(namespaces?: Ns) {
	const { i18n } = useContext(I18nContext)
	return wordsOf(i18n, (namespaces ?? 'common') as Ns)
}
