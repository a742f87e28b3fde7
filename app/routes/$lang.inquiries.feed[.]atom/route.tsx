import type { LoaderFunctionArgs } from '@remix-run/node'
import { inquiriesFeed } from './inquiries-feed.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => inquiriesFeed('atom', request, params)
