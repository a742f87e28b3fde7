import type { LoaderFunctionArgs } from '@remix-run/node'
import { inquiryFeed } from './inquiry-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => inquiryFeed('atom', params)
