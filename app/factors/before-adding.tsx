import { useLocation } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { signInFactorPath, signInPath } from '#app/links.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { AddRefusal } from './fresh.ts'

/** What has to be done before another factor is added, with the way back to this page. */
export function BeforeAdding({ title, before }: { title: string; before: AddRefusal }) {
	const { t } = useTranslation('people')
	const refusal = useRefusals()
	const language = useLanguage()
	const { pathname, search } = useLocation()
	return (
		<div className="stack">
			<Heading level={1}>{title}</Heading>
			<p>{refusal(before)}</p>
			{before === 'factorNeeded' && (
				<div className="actions">
					<LinkButton href={signInFactorPath(language, { next: pathname + search })}>
						{t('factor.show')}
					</LinkButton>
				</div>
			)}
			{before === 'signInBefore' && (
				<div className="actions">
					<LinkButton href={signInPath(language)}>{t('signIn.title')}</LinkButton>
				</div>
			)}
		</div>
	)
}
