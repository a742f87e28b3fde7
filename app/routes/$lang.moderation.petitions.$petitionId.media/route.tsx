import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { dayInWords } from '#app/i18n/dates.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { informMedia } from '#app/petitions/check.server.ts'
import { ModeratedHead } from '#app/petitions/moderated-head.tsx'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { refusalToAct } from '#app/petitions/petition.ts'
import { moderatedPage } from '#app/routes/$lang.moderation.petitions.$petitionId._index/moderated.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { petition, person, language, shown } = await moderatedPage(request, params)
	return {
		title: translator(language)('proposing:media.title'),
		shown,
		by: petition.informMediaBy,
		informedAt: petition.mediaInformedAt,
		open: refusalToAct('inform-media', person, { petition }) === undefined,
	}
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { petition, person, language } = await moderatedPage(request, params)
	const { write } = await store()
	const outcome = await write(petitionKey(petition.id), (tx) =>
		informMedia(tx, { petitionId: petition.id, actor: person, now: new Date() }),
	)
	if (!outcome.ok) return data({ refusal: outcome.refusal }, 409)
	throw redirect(moderatedPetitionPath(language, petition.id, 'media'))
}

export default function InformMedia() {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const { shown, by, informedAt, open } = useLoaderData<typeof loader>()
	const refused = useActionData<{ refusal: string }>()?.refusal
	return (
		<div className="column stack" data-gap="wide">
			<ModeratedHead shown={shown} page={t('media.title')} />
			{refused && <Notice tone="warning" heading={t(`refused.${refused as 'wrong-state'}`)} live />}
			<p>
				{t('media.lead')} {by && t('media.by', { day: dayInWords(language, by) })}
			</p>
			{informedAt ? (
				<Notice tone="success" heading={t('media.done')}>
					<Time at={informedAt} />
				</Notice>
			) : (
				open && (
					<Form method="post" className="actions">
						<Button icon="letter">{t('media.button')}</Button>
					</Form>
				)
			)}
		</div>
	)
}
