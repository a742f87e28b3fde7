import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { notFound } from '#app/not-found.ts'
import { signedProtocol } from './find.server.ts'

/** For the files of a protocol: the hearing with its protocol, once that is published. */
export async function publicProtocol(params: { number?: string }) {
	const page = await publicHearing(params)
	const protocol = page.hearing.protocolPublishedAt
		? await signedProtocol(page.read, page.hearing.id)
		: undefined
	if (!protocol) throw notFound()
	return { ...page, protocol }
}
