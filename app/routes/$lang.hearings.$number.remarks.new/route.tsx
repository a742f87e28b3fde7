import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { newSubmissionId } from '#app/forms/read-form.server.ts'
import { HearingFrame } from '#app/hearings/frames.tsx'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { wordsAt } from '#app/hearings/place.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { remarkPath, signInPath, signUpPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { pageTitle } from '#app/page-title.ts'
import { standingFor } from '#app/people/level.server.ts'
import { AddressWanted, LevelFirst } from '#app/people/level-first.tsx'
import { personOf } from '#app/people/session.server.ts'
import { signingPerson } from '#app/people/signer.server.ts'
import { isLate, takesRemarks } from '#app/remarks/remark.ts'
import { WrittenUntil } from '#app/remarks/written-until.tsx'
import { SignInStep } from '#app/routes/$lang.inquiries.new/sign-in-step.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { type HandedIn, handIn, placeAsked, remarkFormPath } from './handing-in.server.ts'
import { RemarkForm } from './remark-form.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read, hearing, head, number, language } = await publicHearing(params)
	const person = await personOf(request)
	const profile = profileById(hearing.profileId)
	if (!profile) throw notFound()
	const standing = await standingFor(read, profile, 'hearing_remark', person)
	const known = person ? await signingPerson(read, person.personId) : undefined
	const regions = regionsOf(hearing.profileId)
	const documents = await dossierOf(read, hearing.id)
	const asked = placeAsked(request)
	const found = asked && (await wordsAt(read, hearing.id, asked))
	return {
		title: `${translator(language)('remarks:new.title')} ${number}`,
		head,
		number,
		standing: { ...standing, needed: hearing.remarkLevel },
		regions: known?.region && regions.includes(known.region) ? [] : regions,
		documents: documents
			.filter(({ hiddenAt }) => hiddenAt === null)
			.map(({ id, versions }) => ({ id, title: versions[0]?.title ?? '' })),
		here: remarkFormPath(language, number, found && asked),
		place: asked && found && { ...asked, ...found },
		/** Of the document from whose page somebody came. */
		document: new URL(request.url).searchParams.get('document') ?? undefined,
		open: takesRemarks(hearing),
		until: hearing.remarksUntil,
		late: isLate(new Date(), hearing),
		submissionId: newSubmissionId(person),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { hearing, number, language } = await publicHearing(params)
	const answered = await handIn(request, { hearing, number, language, context })
	if (answered.step === 'done')
		throw redirect(`${remarkPath(language, number, answered.ordinal)}?received`, 303)
	const problems = Object.keys(answered.form.error ?? {}).length
	return data(answered, answered.step === 'sign-in' ? 403 : problems > 0 ? 422 : 200)
}

export default function NewRemark() {
	const page = useLoaderData<typeof loader>()
	const answered = useActionData() as Exclude<HandedIn, { step: 'done' }> | undefined
	const { t } = useTranslation('remarks')
	const { head, here, open, until, late, standing } = page
	return (
		<HearingFrame head={head} title={t('new.title')}>
			<p>{t('new.lead')}</p>
			<WrittenUntil open={open} until={until} late={late} />
			{answered?.step === 'sign-in' ? (
				<SignInStep carried={answered.carried} standing={standing} />
			) : (
				open && <WhoMay standing={standing} next={here} />
			)}
			{open && (
				<RemarkForm
					{...page}
					form={answered?.form}
					kept={answered?.step === 'form' ? answered.kept : undefined}
				/>
			)}
		</HearingFrame>
	)
}

/** Said before anything is typed. */
function WhoMay({
	standing,
	next,
}: {
	standing: ReturnType<typeof useLoaderData<typeof loader>>['standing']
	next: string
}) {
	const { t } = useTranslation('remarks')
	const language = useLanguage()
	const { signedIn, level, needed, addressed } = standing
	if (signedIn && level >= needed) return addressed ? null : <AddressWanted />
	if (needed > 1 || signedIn) return <LevelFirst standing={standing} next={next} />
	return (
		<Notice level={2} heading={t('new.signInFirst')}>
			<p className="actions">
				<TextLink href={signInPath(language, { next })}>{t('new.signIn')}</TextLink>
				<TextLink href={signUpPath(language, { next })}>{t('new.signUp')}</TextLink>
			</p>
		</Notice>
	)
}
