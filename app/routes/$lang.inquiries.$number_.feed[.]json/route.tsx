import type { LoaderFunctionArgs } from '@remix-run/node'
import { inquiryFeed } from '#app/routes/$lang.inquiries.$number_.feed[.]atom/inquiry-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => inquiryFeed('json', params)
