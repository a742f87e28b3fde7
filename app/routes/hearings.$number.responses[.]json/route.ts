import type { LoaderFunctionArgs } from '@remix-run/node'
import { dataFile } from '#app/routes/hearings.$number.remarks[.]csv/data-file.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => dataFile('responses', 'json', params)
