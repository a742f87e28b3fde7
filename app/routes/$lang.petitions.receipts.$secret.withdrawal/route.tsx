import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signatureReceiptPagePath, signatureReceiptPath, signInPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { personOf } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import {
	OWN_PAGE,
	signatureOfPage,
} from '#app/routes/$lang.petitions.receipts.$secret._index/receipt-page.server.ts'
import { mayTakeBack, takeBackSignature } from '#app/signing/take-back.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle
export const headers = () => OWN_PAGE

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { secret, number, signature, title, petition } = await signatureOfPage(params)
	const person = await personOf(request)
	return {
		secret,
		title: translator(pageLanguage(params))('signing:withdrawal.title', { number }),
		petition: { title, language: petition.language },
		allowed: mayTakeBack(signature, person?.personId ?? null),
		signedIn: person !== null,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { secret, petition, signature } = await signatureOfPage(params)
	const person = await personOf(request)
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) =>
		takeBackSignature(tx, {
			petitionId: petition.id,
			ordinal: signature.ordinal,
			personId: person?.personId ?? null,
			now: new Date(),
		}),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 403)
	return redirect(signatureReceiptPath(pageLanguage(params), secret))
}

export default function Withdrawal() {
	const { t } = useTranslation('signing')
	const language = useLanguage()
	const { secret, petition, allowed, signedIn } = useLoaderData<typeof loader>()
	const refusal = useActionData<typeof action>()?.refusal
	const here = signatureReceiptPagePath(language, secret, 'withdrawal')
	return (
		<div className="column stack">
			<Heading level={1}>{t('withdrawal.heading')}</Heading>
			<p className="lead" lang={petition.language}>
				{petition.title}
			</p>
			{refusal && <Notice tone="warning">{t(`withdrawal.refused.${refusal}`)}</Notice>}
			{allowed ? (
				<>
					<p>{t('withdrawal.effect')}</p>
					<Form method="post" className="actions" reloadDocument>
						<Button>{t('withdrawal.button')}</Button>
						<TextLink href={signatureReceiptPath(language, secret)}>{t('withdrawal.back')}</TextLink>
					</Form>
				</>
			) : signedIn ? (
				<p>{t('withdrawal.refused.not-allowed')}</p>
			) : (
				<p>
					<TextLink href={signInPath(language, { next: here })}>{t('withdrawal.signIn')}</TextLink>
				</p>
			)}
		</div>
	)
}
