import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionsPath, signatureReceiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { petitionById, textsOf } from '#app/petitions/petition.server.ts'
import { pendingOf } from '#app/signing/by-letter.server.ts'
import { confirmByLetter } from '#app/signing/online.server.ts'
import { useSigningRefusals } from '#app/signing/use-refusals.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const meta = pageTitle
export const headers = () => ({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' })

/** The link in the letter only opens the form: programs that look into letters must sign nothing. */
export async function loader({ params }: LoaderFunctionArgs) {
	const asked = await askedOf(params)
	return {
		title: translator(pageLanguage(params))('signing:confirmation.title'),
		asked: asked && {
			name: asked.pending.fullName,
			title: asked.title,
			language: asked.petition.language,
		},
	}
}

async function askedOf({ secret = '' }: LoaderFunctionArgs['params']) {
	const { readOwn } = await store()
	const pending = await pendingOf(readOwn, secret, new Date())
	const petition = pending && (await petitionById(readOwn, pending.petitionId))
	if (!petition || petition.hidden) return undefined
	const [text] = await textsOf(readOwn, petition)
	return { pending, petition, title: text?.title ?? '' }
}

export async function action({ params }: ActionFunctionArgs) {
	const asked = await askedOf(params)
	if (!asked) return data({ refusal: 'gone' as const }, 410)
	const signed = await confirmByLetter(asked.petition, asked.pending)
	if (!signed.ok) return data({ refusal: signed.refusal }, 422)
	return redirect(signatureReceiptPath(pageLanguage(params), signed.value.secret), 303)
}

export default function Confirmation() {
	const { t } = useTranslation('signing')
	const language = useLanguage()
	const { asked } = useLoaderData<typeof loader>()
	const refusal = useActionData<typeof action>()?.refusal
	const inWords = useSigningRefusals()
	if (!asked || refusal === 'gone')
		return (
			<div className="column stack">
				<Heading level={1}>{t('confirmation.gone')}</Heading>
				<p>{t('confirmation.goneText')}</p>
				<p>
					<TextLink href={petitionsPath(language)}>{t('receipt.back')}</TextLink>
				</p>
			</div>
		)
	return (
		<div className="column stack">
			<Heading level={1}>{t('confirmation.title')}</Heading>
			<p className="lead" lang={asked.language}>
				{asked.title}
			</p>
			{refusal && <Notice tone="warning">{inWords(refusal)}</Notice>}
			<p>{t('confirmation.lead', { name: asked.name })}</p>
			<Form method="post" className="actions" reloadDocument>
				<Button icon="pen">{t('confirmation.button')}</Button>
			</Form>
			<p className="quiet">{t('confirmation.notMe')}</p>
		</div>
	)
}
