import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hearingsOf } from '#app/hearings/own.server.ts'
import { OwnHearings } from '#app/hearings/own-list.tsx'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newHearingPath, remarkPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { remarksBy } from '#app/remarks/own.server.ts'
import { store } from '#app/store.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requirePerson(request)
	const language = pageLanguage(params)
	const { readOwn } = await store()
	return {
		title: translator(language)('holding:own.title'),
		rows: await hearingsOf(readOwn, personId, language),
		remarks: (await remarksBy(readOwn, personId)).flatMap(({ hearing, ordinal, receivedAt }) =>
			// Carried into a repeat that is still a draft: nobody's page yet.
			hearing ? [{ number: hearing, ordinal, receivedAt }] : [],
		),
		discarded: new URL(request.url).searchParams.get('done') === 'discarded',
	}
}

export default function OwnHearingsPage() {
	const { t } = useTranslation('holding')
	const language = useLanguage()
	const { title, rows, remarks, discarded } = useLoaderData<typeof loader>()
	const start = <LinkButton href={newHearingPath(language)}>{t('new.title')}</LinkButton>
	return (
		<div className="stack" data-gap="wide">
			<Heading level={1}>{title}</Heading>
			{discarded && <Notice tone="success" heading={t('own.discarded')} />}
			{rows.length === 0 ? (
				<EmptyState icon="people" heading={t('own.none')} action={start}>
					{t('own.noneText')}
				</EmptyState>
			) : (
				<>
					<OwnHearings rows={rows} />
					<p className="actions">{start}</p>
				</>
			)}
			{remarks.length > 0 && (
				<section className="stack" aria-labelledby="remarks">
					<Heading level={2} id="remarks">
						{t('own.remarks')}
					</Heading>
					<ul className="plain-list">
						{remarks.map(({ number, ordinal, receivedAt }) => (
							<li key={`${number} ${ordinal}`}>
								<TextLink href={remarkPath(language, number, ordinal)}>
									{t('own.remark', { number, ordinal })}
								</TextLink>{' '}
								<Time at={receivedAt} />
							</li>
						))}
					</ul>
				</section>
			)}
		</div>
	)
}
