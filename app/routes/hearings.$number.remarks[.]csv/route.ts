import type { LoaderFunctionArgs } from '@remix-run/node'
import { dataFile } from './data-file.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => dataFile('remarks', 'csv', params)
