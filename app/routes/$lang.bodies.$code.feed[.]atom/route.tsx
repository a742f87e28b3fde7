import type { LoaderFunctionArgs } from '@remix-run/node'
import { bodyFeed } from '#app/routes/$lang.inquiries.feed[.]atom/inquiries-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => bodyFeed('atom', params)
