import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/not-found.ts'
import { printedPart, printParts } from '#app/protocols/print-parts.ts'
import { printedProtocol } from '#app/protocols/printed.server.ts'
import { publicProtocol } from '#app/protocols/public.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { number, protocol } = await publicProtocol(params)
	const { version, sha256, chairName, chairSignedAt, secretaryName, secretarySignedAt } = protocol
	const part = ordinalIn(new URL(request.url).searchParams.get('part') ?? '1') ?? 0
	const content = printedPart(protocol.content, part)
	if (!content) throw notFound()
	const of = printParts(protocol.content.groups).length
	const bytes = await printedProtocol({
		content,
		part: { number: part, of },
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
			'Content-Disposition': `inline; filename="${number}${of > 1 ? `-${part}` : ''}.pdf"`,
		},
	})
}
