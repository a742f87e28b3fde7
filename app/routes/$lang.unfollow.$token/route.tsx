import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { unfollowing } from '#app/following/find.server.ts'
import { unfollow } from '#app/following/follow.server.ts'
import { readUnfollowToken } from '#app/following/unfollow-token.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { hearsOfPetition, stopLetters } from '#app/petitions/stop-letters.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { configuration } from '#server/configuration.ts'

export const meta = pageTitle

/** Opening the link of a letter changes nothing: programs that look through mail open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { readOwn } = await store()
	const { SECRET_KEY: secretKey } = configuration()
	const token = params.token ?? ''
	const signature = signatureIn(token, secretKey)
	const stops = signature
		? { count: Number(await hearsOfPetition(readOwn, signature)), rhythm: null }
		: await unfollowing(readOwn, token, secretKey)
	if (!stops) throw notFound()
	return {
		title: translator(pageLanguage(params))('notices:unfollow.title'),
		...stops,
		ofPetition: signature !== undefined,
		done: stops.count === 0 || new URL(request.url).searchParams.has('done'),
	}
}

/** Mail programs post here for their readers (RFC 8058), and want no page. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { SECRET_KEY: secretKey } = configuration()
	const { write } = await store()
	const oneClick = (await request.formData()).get('List-Unsubscribe') === 'One-Click'
	const token = params.token ?? ''
	const signature = signatureIn(token, secretKey)
	if (signature) await write('following', (tx) => stopLetters(tx, signature))
	else {
		const outcome = await write('following', (tx) => unfollow(tx, { token, secretKey }))
		if (!outcome.ok) throw notFound()
	}
	if (oneClick) return new Response(null, { status: 204 })
	throw redirect('?done')
}

function signatureIn(token: string, secretKey: string): string | undefined {
	const what = readUnfollowToken(token, secretKey)
	return what && 'signature' in what ? what.signature : undefined
}

export default function Unfollow() {
	const { t } = useTranslation('notices')
	const { rhythm, count, ofPetition, done } = useLoaderData<typeof loader>()
	if (done)
		return (
			<div className="narrow stack">
				<Heading level={1}>{t('unfollow.title')}</Heading>
				<Notice tone="success" heading={t('unfollow.done')}>
					<p>{t('unfollow.doneText')}</p>
				</Notice>
			</div>
		)
	return (
		<Form method="post" className="narrow stack">
			<Heading level={1}>{t('unfollow.title')}</Heading>
			<p>
				{rhythm
					? t(`unfollow.all.${rhythm}`, { count })
					: ofPetition
						? t('unfollow.petition')
						: t('unfollow.one')}
			</p>
			<p>{t('unfollow.rest')}</p>
			<div className="actions">
				<Button>{t('unfollow.stop')}</Button>
			</div>
		</Form>
	)
}
