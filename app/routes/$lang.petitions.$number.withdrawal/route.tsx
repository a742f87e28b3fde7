import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPagePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { withdrawPetition } from '#app/petitions/withdraw.server.ts'
import { authorPage } from '#app/routes/$lang.petitions.$number.author/author-page.server.ts'
import { store } from '#app/store.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { language, number, may } = await authorPage(request, params)
	return { title: translator(language)('proposing:withdrawal.title'), number, open: may('withdraw') }
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { language, number, act } = await authorPage(request, params)
	const { write } = await store()
	const outcome = await write(petitionKey(act.petitionId), (tx) => withdrawPetition(tx, act))
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(petitionPagePath(language, number, 'author'))
}

export default function Withdrawal() {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const { number, open } = useLoaderData<typeof loader>()
	const refused = useActionData<{ refusal: string }>()
	const back = petitionPagePath(language, number, 'author')
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<p className="tabular quiet">{number}</p>
				<Heading level={1}>{t('withdrawal.title')}</Heading>
			</header>
			{open && !refused ? (
				<>
					<p>{t('withdrawal.effect')}</p>
					<Form method="post" className="actions">
						<Button color="danger">{t('withdrawal.button')}</Button>
						<LinkButton href={back} variant="secondary">
							{t('withdrawal.keep')}
						</LinkButton>
					</Form>
				</>
			) : (
				<Notice tone="warning" heading={t('withdrawal.closed')} />
			)}
		</div>
	)
}
