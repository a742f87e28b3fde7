import type { LoaderFunctionArgs } from '@remix-run/node'
import { petitionsFeed } from '#app/routes/$lang.petitions.feed[.]atom/petitions-feed.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => petitionsFeed('json', request, params)
