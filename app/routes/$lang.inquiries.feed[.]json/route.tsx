import type { LoaderFunctionArgs } from '@remix-run/node'
import { inquiriesFeed } from '#app/routes/$lang.inquiries.feed[.]atom/inquiries-feed.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => inquiriesFeed('json', request, params)
