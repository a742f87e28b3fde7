import type { LoaderFunctionArgs } from '@remix-run/node'
import { petitionFeed } from './petition-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => petitionFeed('atom', params)
