import { Form } from '@remix-run/react'
import type { DraftView } from '#app/desk/draft-view.server.ts'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The signature: what it does is said beside the button, because it cannot be undone. */
export function SignForm({
	view,
	filled,
}: {
	view: Pick<DraftView, 'version' | 'joined'>
	filled: ReturnType<typeof useFilledForm>
}) {
	const { t } = useTranslation('desk')
	return (
		<Form method="post" encType="multipart/form-data" className="form">
			<input type="hidden" name="version" value={view.version} />
			<Notice tone="warning">
				<p>{t('answer.signAbout')}</p>
				{view.joined > 0 && <p>{t('answer.signAll', { count: view.joined })}</p>}
			</Notice>
			<Field name="files" type="file" multiple label={t('answer.files')} error={filled.problem('files')} />
			<Button name="intent" value="sign">
				{t('answer.sign')}
			</Button>
		</Form>
	)
}
