import type { MetaDescriptor } from '@remix-run/node'

const FORMS = { atom: 'application/atom+xml', json: 'application/feed+json' } as const

/** Tells readers of feeds where those of a page are: `feed` is the address of the Atom one. */
export const feedsOfPage = (feed: string | undefined): MetaDescriptor[] =>
	feed
		? Object.entries(FORMS).map(([form, type]) => ({
				tagName: 'link',
				rel: 'alternate',
				type,
				href: feed.replace('feed.atom', `feed.${form}`),
			}))
		: []
