import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '#app/people/session.server.ts'
import { fileResponse } from './file-response.server.ts'

/** An uploaded file, for whoever may read the text that it goes with. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	return fileResponse(String(params.id), await actorOf(request), request.headers.get('Range'))
}
