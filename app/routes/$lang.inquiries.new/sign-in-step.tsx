import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { confirmPath, signInPath } from '#app/links.ts'
import { CarriedFields } from '#app/people/carried-fields.tsx'
import type { Standing } from '#app/people/level.ts'
import { LevelFirst } from '#app/people/level-first.tsx'
import { SignInFirst } from '#app/people/sign-in-first.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The form waits while its author shows who they are; what was typed and attached goes along, sealed. */
export function SignInStep({ carried, standing }: { carried: string; standing: Standing }) {
	const { t } = useTranslation(['inquiries', 'people'])
	const language = useLanguage()
	const { signedIn, needed } = standing
	if (needed > 1)
		return (
			<LevelFirst standing={standing} carried={carried}>
				{!signedIn && (
					<form method="post" action={signInPath(language)} className="actions">
						<CarriedFields carried={carried} />
						<Button name="intent" value="show" variant="secondary">
							{t('people:first.signIn')}
						</Button>
					</form>
				)}
			</LevelFirst>
		)
	if (!signedIn) return <SignInFirst carried={carried} />
	return (
		<Notice heading={t('inquiries:ask.confirmFirst')}>
			<p>{t('inquiries:ask.keptConfirm')}</p>
			<form method="post" action={confirmPath(language)} className="actions">
				<CarriedFields carried={carried} />
				<Button name="intent" value="show">
					{t('inquiries:ask.confirm')}
				</Button>
			</form>
		</Notice>
	)
}
