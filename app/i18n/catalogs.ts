import en from './en/index.ts'
import kk from './kk/index.ts'
import type { Language } from './languages.ts'
import ru from './ru/index.ts'

/** One file for each part of the site. Keys are typed from the English ones, and a test compares the three. */
export const NAMESPACES = [
	'common',
	'clock',
	'law',
	'inquiries',
	'blogs',
	'people',
	'desk',
	'oversight',
	'mail',
	'notices',
	'signatures',
	'petitions',
	'proposing',
	'signing',
	'considering',
	'invalidating',
	'hearings',
	'holding',
	'dossiers',
	'remarks',
	'rooms',
	'protocols',
] as const

export type Namespace = (typeof NAMESPACES)[number]

export type Catalogs = typeof en

export const CATALOGS: Record<Language, Record<Namespace, object>> = { kk, ru, en }
