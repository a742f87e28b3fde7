import type { LoaderFunctionArgs } from '@remix-run/node'
import { postsFeed } from '#app/routes/$lang.posts.feed[.]atom/posts-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => postsFeed('json', params)
