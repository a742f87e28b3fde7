import type { LoaderFunctionArgs } from '@remix-run/node'
import { officeFeed } from '#app/routes/$lang.offices.$slug.feed[.]atom/office-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => officeFeed('json', params)
