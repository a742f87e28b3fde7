import type { LoaderFunctionArgs } from '@remix-run/node'
import { petitionsFeed } from './petitions-feed.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => petitionsFeed('atom', request, params)
