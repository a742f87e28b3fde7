import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { petitionOnDesk } from '#app/considerations/desk.server.ts'
import { streamOf } from '#app/files/lines.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { deskPetitionPath } from '#app/links.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { listOfSigners, takeList } from '#app/signing/list-of-signers.server.ts'
import { store } from '#app/store.server.ts'

/** Somebody came back to the address of the file, which only its form gives. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	await requirePerson(request)
	return redirect(deskPetitionPath(pageLanguage(params), String(params.considerationId), 'signatures'))
}

/** Written as it is read, however many have signed. */
export async function action({ request, params }: ActionFunctionArgs) {
	const actor = await requirePerson(request)
	const data = await store()
	const now = new Date()
	const { petition, consideration } = await petitionOnDesk(
		data.readOwn,
		actor,
		String(params.considerationId),
		now,
	)
	const ids = { petitionId: petition.id, considerationId: consideration.id }
	const outcome = await data.write(petitionKey(petition.id), (tx) => takeList(tx, { ...ids, actor, now }))
	if (!outcome.ok && (outcome.refusal === 'received' || outcome.refusal === 'anonymous'))
		throw new Response(null, { status: 410 })
	if (!outcome.ok) return redirect(deskPetitionPath(pageLanguage(params), consideration.id, 'signatures'))
	const lines = listOfSigners(data, { ...ids, until: outcome.value.until })
	return new Response(streamOf(lines), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${petition.number}-signatures.csv"`,
			'Cache-Control': 'no-store',
		},
	})
}
