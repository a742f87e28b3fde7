import type { LoaderFunctionArgs } from '@remix-run/node'
import { officeFeed } from './office-feed.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => officeFeed('atom', params)
