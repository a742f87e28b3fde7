import type { LoaderFunctionArgs } from '@remix-run/node'
import { listFile } from './list-file.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => listFile('csv', request, params)
