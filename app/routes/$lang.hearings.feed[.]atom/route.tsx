import type { LoaderFunctionArgs } from '@remix-run/node'
import { hearingsFeed } from './hearings-feed.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => hearingsFeed('atom', request, params)
