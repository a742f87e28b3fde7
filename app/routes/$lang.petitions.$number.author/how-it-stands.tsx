import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { newInquiryPath } from '#app/links.ts'
import { Progress } from '#app/petitions/progress.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PetitionState } from '#db/schema/petitions.ts'

interface Standing {
	number: string
	state: PetitionState
	confirmed: number
	needed: number
	link?: { address: string }
	rejection?: { ground: string; reason: string }
}

/** What its author must know of the petition now. */
export function HowItStands({ number, state, confirmed, needed, link, rejection }: Standing) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	if (rejection) return <Rejected number={number} {...rejection} />
	if (state === 'lapsed' || state === 'checking') return <Notice>{t(`author.${state}`)}</Notice>
	if (state === 'withdrawn') return <Notice>{t('author.withdrawnText')}</Notice>
	if (!link)
		return (
			<DefinitionList entries={[{ term: t('author.signed'), value: numberInWords(language, confirmed) }]} />
		)
	return (
		<section className="stack">
			<Heading level={2}>{t('author.link')}</Heading>
			<p>{t('author.sponsoring')}</p>
			<Field
				name="link"
				label={t('author.link')}
				hideLabel
				description={t('author.linkHelp')}
				value={link.address}
				readOnly
			/>
			<p className="row">
				<span>{t('author.supporters')}</span>
				<Progress value={confirmed} most={needed} label={t('author.supporters')} />
				<strong className="tabular">
					{t('author.soFar', {
						number: numberInWords(language, confirmed),
						needed: numberInWords(language, needed),
					})}
				</strong>
			</p>
		</section>
	)
}

function Rejected({ number, ground, reason }: { number: string; ground: string; reason: string }) {
	const { t } = useTranslation(['proposing', 'law'])
	const language = useLanguage()
	return (
		<Notice tone="warning" heading={t('proposing:author.rejected')}>
			<DefinitionList
				entries={[
					{
						term: t('proposing:author.ground'),
						value: t(`law:petition.ground.${ground as 'banned_subject'}`),
					},
					{ term: t('proposing:author.reason'), value: reason },
				]}
			/>
			<Heading level={3}>{t('proposing:author.complain')}</Heading>
			<p>{t('proposing:author.complainText')}</p>
			<p className="actions">
				<LinkButton variant="secondary" href={newInquiryPath(language, { petition: number })}>
					{t('proposing:author.complainButton')}
				</LinkButton>
			</p>
		</Notice>
	)
}
