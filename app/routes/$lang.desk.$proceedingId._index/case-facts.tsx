import type { SerializeFrom } from '@remix-run/node'
import type { CaseFacts as Facts } from '#app/desk/case.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inquiryPath } from '#app/links.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

/** Who filed it, how and when; only the desk sees the name and the addresses. */
export function CaseFacts({ filed, part }: { filed: SerializeFrom<Facts>; part: string | null }) {
	const { t } = useTranslation(['desk', 'inquiries', 'law', 'people'])
	const language = useLanguage()
	const { author } = filed
	return (
		<>
			{filed.joined > 0 && <p>{t('desk:case.joined', { count: filed.joined })}</p>}
			{filed.follows && <p>{t('desk:case.follows', { number: filed.follows })}</p>}
			{filed.complaintAbout && (
				<p>
					<TextLink href={inquiryPath(language, filed.complaintAbout)}>
						{t('desk:case.complaintAbout', { number: filed.complaintAbout })}
					</TextLink>
				</p>
			)}
			{author.erased && <p>{t('desk:case.erased')}</p>}
			<DefinitionList
				entries={[
					{ term: t('desk:case.from'), value: author.name },
					{ term: t('desk:case.knownBy'), value: t(`people:level.${filed.knownBy as 0}`) },
					{ term: t('desk:case.address'), value: author.address },
					{ term: t('desk:case.email'), value: author.email },
					{ term: t('desk:case.phone'), value: author.phone },
					{ term: t('desk:case.channel'), value: t(`desk:channel.${filed.channel as 'web'}`) },
					{ term: t('desk:case.kind'), value: t(`law:kind.${filed.kind as 'request'}.name`) },
					{ term: t('desk:case.received'), value: <Time at={filed.receivedAt} /> },
					{
						term: t('desk:case.registered'),
						value: filed.registeredOn ? <Time on={filed.registeredOn} /> : t('inquiries:receipt.undated'),
					},
					{ term: t('desk:case.part'), value: part },
				]}
			/>
		</>
	)
}
