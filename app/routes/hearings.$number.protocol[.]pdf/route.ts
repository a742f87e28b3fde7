import type { LoaderFunctionArgs } from '@remix-run/node'
import { printedProtocol } from '#app/protocols/printed.server.ts'
import { publicProtocol } from '#app/protocols/public.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
	const { number, protocol } = await publicProtocol(params)
	const { content, version, sha256, chairName, chairSignedAt, secretaryName, secretarySignedAt } = protocol
	const bytes = await printedProtocol({
		content,
		version,
		sha256,
		chairName,
		chairSignedAt,
		secretaryName,
		secretarySignedAt,
	})
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `inline; filename="${number}.pdf"`,
		},
	})
}
