import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { draftPath, newPetitionPath, petitionPagePath, signatureReceiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionsStartedBy, signaturesBy } from '#app/petitions/own.server.ts'
import { PetitionTag } from '#app/petitions/petition-tag.tsx'
import { receiptSecret } from '#app/receipts/receipt.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	return {
		title: translator(pageLanguage(params))('proposing:own.title'),
		started: await petitionsStartedBy(readOwn, personId),
		signed: (await signaturesBy(readOwn, personId)).map(({ petitionId, ordinal, ...signed }) => ({
			number: signed.number,
			language: signed.language,
			title: signed.title,
			signedAt: signed.signedAt,
			secret: receiptSecret(petitionId, ordinal),
		})),
		discarded: new URL(request.url).searchParams.get('done') === 'discarded',
	}
}

export default function OwnPetitions() {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const { title, started, signed, discarded } = useLoaderData<typeof loader>()
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{title}</Heading>
			{discarded && <Notice tone="success" heading={t('own.discarded')} />}
			{started.length === 0 ? (
				<EmptyState
					icon="people"
					heading={t('own.none')}
					action={<LinkButton href={newPetitionPath(language)}>{t('new.title')}</LinkButton>}
				>
					{t('own.noneText')}
				</EmptyState>
			) : (
				<>
					<Heading level={2}>{t('own.started')}</Heading>
					<ul className="entries">
						{started.map((petition) => (
							<Started key={petition.id} {...petition} />
						))}
					</ul>
					<p className="actions">
						<LinkButton variant="secondary" href={newPetitionPath(language)}>
							{t('new.title')}
						</LinkButton>
					</p>
				</>
			)}
			{signed.length > 0 && (
				<section className="stack">
					<Heading level={2}>{t('own.signed')}</Heading>
					<ul className="entries">
						{signed.map((one) => (
							<li key={one.secret}>
								<p className="entry-title" lang={one.language}>
									<a href={signatureReceiptPath(language, one.secret)}>{one.title}</a>
								</p>
								<p className="meta">
									<span className="tabular">{one.number}</span>
									<Time at={one.signedAt} />
								</p>
							</li>
						))}
					</ul>
				</section>
			)}
		</div>
	)
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['started'][number]

function Started({ id, number, state, title, confirmed, ...petition }: Row) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const until = {
		sponsoring: { label: t('own.supportersBy'), day: petition.sponsorsBy },
		checking: { label: t('own.checkBy'), day: petition.checkBy },
		open: { label: t('own.until'), day: petition.collectsUntil },
	}[state as string]
	return (
		<li>
			<p className="entry-title" lang={title ? petition.language : undefined}>
				<a
					href={number ? petitionPagePath(language, number, 'author') : draftPath(language, id, 'addressee')}
				>
					{title || t('own.untitled')}
				</a>
			</p>
			<p className="meta">
				<PetitionTag state={state} />
				{number && <span className="tabular">{number}</span>}
				{until?.day && (
					<span>
						{until.label} <Time on={until.day} format="plain" />
					</span>
				)}
				{number && (
					<span>{t('similar.signed', { count: confirmed, number: numberInWords(language, confirmed) })}</span>
				)}
			</p>
		</li>
	)
}
