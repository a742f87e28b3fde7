import type { LoaderFunctionArgs } from '@remix-run/node'
import { hearingsFeed } from '#app/routes/$lang.hearings.feed[.]atom/hearings-feed.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => hearingsFeed('json', request, params)
