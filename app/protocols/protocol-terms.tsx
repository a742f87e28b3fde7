import { useTranslation } from '#app/i18n/use-translation.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ProtocolTermsShown } from './terms.ts'

/** When the protocol was signed, published and sent, or by which day it has to be. */
export function ProtocolTerms({ terms }: { terms: ProtocolTermsShown }) {
	const { t } = useTranslation('protocols')
	const either = (
		at: Date | string | null,
		done: 'signedAt' | 'publishedAt' | 'sentAt',
		by: Date | string | null,
		due: 'signBy' | 'publishBy' | 'sendBy',
	) =>
		at
			? { term: t(`public.${done}`), value: <Time at={at} /> }
			: { term: t(`public.${due}`), value: by && <Time on={String(by)} /> }
	return (
		<DefinitionList
			entries={[
				either(terms.protocolSignedAt, 'signedAt', terms.signProtocolBy, 'signBy'),
				either(terms.protocolPublishedAt, 'publishedAt', terms.publishProtocolBy, 'publishBy'),
				either(terms.protocolSentAt, 'sentAt', terms.sendProtocolBy, 'sendBy'),
				{
					term: t('public.validUntil'),
					value: terms.validUntil && <Time on={String(terms.validUntil)} format="plain" />,
				},
			]}
		/>
	)
}
