import type { FlatNamespace, i18n, TFunction } from 'i18next'

export interface Words<Ns extends Namespaces> {
	t: TFunction<Ns>
	i18n: i18n
}

export type Namespaces = FlatNamespace | readonly FlatNamespace[]

const known = new WeakMap<i18n, Map<string, Words<Namespaces>>>()

/**
 * The words of one or more namespaces in the language of the instance. The language of an instance never
 * changes, so what has no places for values is looked up once.
 */
export function wordsOf<Ns extends Namespaces>(instance: i18n, namespaces: Ns): Words<Ns> {
	const name = String(namespaces)
	const ofInstance = known.get(instance) ?? new Map<string, Words<Namespaces>>()
	const words = ofInstance.get(name) ?? made(instance, namespaces)
	if (!ofInstance.has(name)) known.set(instance, ofInstance.set(name, words))
	return words as unknown as Words<Ns>
}

function made(instance: i18n, ns: Namespaces): Words<Namespaces> {
	const plain = new Map<string, string>()
	const ask = instance.t as unknown as (key: string, options: object) => string

	function t(key: string, options?: object): string {
		if (options) return oneStop(ask(key, { ...options, ns }))
		let words = plain.get(key)
		if (words === undefined) {
			words = ask(key, { ns })
			plain.set(key, words)
		}
		return words
	}
	return { t: t as unknown as TFunction<Namespaces>, i18n: instance }
}

/** A Russian date ends with a full stop of its own; a sentence that ends with it needs no other. */
const oneStop = (said: string) => (typeof said === 'string' ? said.replace(/(\d г\.)\./g, '$1') : said)
