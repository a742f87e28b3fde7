import type { LoaderFunctionArgs } from '@remix-run/node'
import { publicProtocol } from '#app/protocols/public.server.ts'

/** All of the protocol. `sha256` is that of `content` as JSON with sorted keys and no space between. */
export async function loader({ params }: LoaderFunctionArgs) {
	const { hearing, protocol } = await publicProtocol(params)
	const { version, sha256, content, chairName, chairSignedAt, secretaryName, secretarySignedAt } = protocol
	return Response.json({
		hearing: hearing.number,
		version,
		sha256,
		signatures: [
			{ role: 'chair', name: chairName, at: chairSignedAt },
			{ role: 'secretary', name: secretaryName, at: secretarySignedAt },
		],
		content,
	})
}
