import type { LoaderFunctionArgs } from '@remix-run/node'
import { petitionFeed } from '#app/routes/$lang.petitions.$number.feed[.]atom/petition-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => petitionFeed('json', params)
