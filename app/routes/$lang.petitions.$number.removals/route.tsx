import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numberInWords } from '#app/i18n/dates.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { InvalidationTag } from '#app/invalidations/invalidation-tag.tsx'
import { removalsOf } from '#app/invalidations/removals.server.ts'
import { newInquiryPath, petitionPagePath, petitionPath, removalsFilePath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Totals } from '#app/petitions/petition-work.tsx'
import { publicPetition } from '#app/petitions/public.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = pageTitle

export async function loader({ params }: LoaderFunctionArgs) {
	const { read, head } = await publicPetition(params)
	return {
		title: `${translator(pageLanguage(params))('invalidating:removals.title')} ${head.number}`,
		head,
		...(await removalsOf(read, head.id)),
	}
}

export default function Removals() {
	const { t } = useTranslation('invalidating')
	const language = useLanguage()
	const { head, totals, mistakes, removals } = useLoaderData<typeof loader>()
	const { number } = head
	return (
		<div className="column stack" data-gap="wide">
			<header className="page-heading">
				<p className="tabular">
					<TextLink href={petitionPath(language, number)}>{number}</TextLink>
				</p>
				<Heading level={1}>{t('removals.title')}</Heading>
				<p className="lead" lang={head.language}>
					{head.title}
				</p>
			</header>
			<Totals counts={totals} />
			<p>{t('removals.lead')}</p>
			{removals.length === 0 ? (
				<EmptyState icon="tick" heading={t('removals.none')} />
			) : (
				<ol className="entries" aria-label={t('removals.list')}>
					{removals.map((removal) => (
						<li key={removal.number} className="stack" data-gap="tight">
							<Heading level={2} size="xs">
								{removal.number}. {t(`criterion.${removal.criterion as 'source'}`)}
							</Heading>
							<p className="row">
								<InvalidationTag state={removal.state} />
								<strong>
									{t('removals.removed', {
										count: removal.removed,
										number: numberInWords(language, removal.removed),
									})}
								</strong>
								{removal.startedAt && <Time at={removal.startedAt} />}
							</p>
							<p>
								{t('removals.reason')} {removal.reason}
							</p>
							{removal.reversedAt && (
								<p>
									{t('removals.reversed')} <Time at={removal.reversedAt} />. {removal.reversalReason}
								</p>
							)}
						</li>
					))}
				</ol>
			)}
			{mistakes > 0 && <p>{t('removals.mistakes', { count: mistakes })}</p>}
			<section className="stack" aria-labelledby="appeal">
				<Heading level={2} id="appeal">
					{t('removals.appeal')}
				</Heading>
				<p>{t('removals.appealText', { number })}</p>
				<p>
					<TextLink href={newInquiryPath(language, { body: head.bodyCode })}>
						{t('removals.appealLink')}
					</TextLink>
				</p>
				<p>
					<TextLink href={petitionPagePath(language, number, 'signature')}>{t('removals.own')}</TextLink>
				</p>
			</section>
			<p className="row">
				<TextLink href={removalsFilePath(number, 'csv')}>{t('removals.csv')}</TextLink>
				<TextLink href={removalsFilePath(number, 'json')}>{t('removals.json')}</TextLink>
			</p>
		</div>
	)
}
