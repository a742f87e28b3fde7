import type { LoaderFunctionArgs } from '@remix-run/node'
import { postsFeed } from './posts-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => postsFeed('atom', params)
