import type { LoaderFunctionArgs } from '@remix-run/node'
import { listFile } from '#app/routes/petitions.$number.signatures[.]csv/list-file.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => listFile('json', request, params)
