import { Form } from '@remix-run/react'
import type { DraftView } from '#app/desk/draft-view.server.ts'
import { FactorFields, type FactorWanted } from '#app/factors/factor-fields.tsx'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskStepPath } from '#app/links.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The signature: what it does is said beside the button, because it cannot be undone. */
export function SignForm({
	view,
	filled,
}: {
	view: Pick<DraftView, 'version' | 'joined' | 'proceedingId' | 'signable'> & { wanted: FactorWanted }
	filled: ReturnType<typeof useFilledForm>
}) {
	const { t } = useTranslation(['desk', 'signatures'])
	const language = useLanguage()
	return (
		<Form method="post" className="form">
			<input type="hidden" name="version" value={view.version} />
			<Notice tone="warning">
				<p>{t('answer.signAbout')}</p>
				{view.joined > 0 && <p>{t('answer.signAll', { count: view.joined })}</p>}
			</Notice>
			<FactorFields wanted={view.wanted} problem={filled.problem('factorCode')} />
			<Button name="intent" value="sign">
				{t('answer.sign')}
			</Button>
			{view.signable && (
				<LinkButton
					href={deskStepPath(language, view.proceedingId, 'signature')}
					variant="secondary"
					icon="pen"
				>
					{t('signatures:answer.offer')}
				</LinkButton>
			)}
		</Form>
	)
}
