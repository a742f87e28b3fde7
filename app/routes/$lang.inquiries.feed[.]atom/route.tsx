import type { LoaderFunctionArgs } from '@remix-run/node'
import { inquiriesFeed } from './inquiries-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => inquiriesFeed('atom', params)
