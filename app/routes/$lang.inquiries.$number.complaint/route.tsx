import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ActPage } from '#app/inquiries/act-page.tsx'
import { complain } from '#app/inquiries/complain.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { SequelForm } from '#app/inquiries/sequel-form.tsx'
import { keysForFiling } from '#app/inquiries/submit.server.ts'
import { waysOf } from '#app/inquiries/ways.ts'
import { Article } from '#app/jurisdictions/article.tsx'
import { receiptPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { LevelFirst } from '#app/people/level-first.tsx'
import {
	readSequel,
	type SequelAnswer,
	takeSequel,
} from '#app/routes/$lang.inquiries.$number._index/sequel.server.ts'
import { store } from '#app/store.server.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { configuration } from '#server/configuration.ts'
import { complaintPage } from './complaint.server.ts'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const about = new URL(request.url).searchParams.get('about')
	const {
		thread,
		known,
		standing,
		secret,
		handling,
		others,
		closed,
		superior,
		prepared,
		by,
		article,
		title,
	} = await complaintPage(request, params, about)
	return {
		number: thread.number,
		secret,
		known,
		standing,
		about: handling?.id,
		others,
		closed,
		superior,
		prepared,
		by,
		article,
		today: thread.today,
		submissionId: crypto.randomUUID(),
		title,
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const read = await readSequel(request)
	if (!read.ok) return data<SequelAnswer>({ form: read.reply }, 422)
	const { about } = read.value
	const page = await complaintPage(request, params, about ?? null)
	const taken = await takeSequel(request, read, { ...page, context })
	if (!taken.ok) return data<SequelAnswer>(taken.answer, taken.status)
	const { thread, superior, language, actor, now } = page
	const refuse = (refusal: string) => data<SequelAnswer>({ form: read.refuse(refusal) }, 409)
	const handling = thread.handlings.find(({ id }) => id === about)
	if (!handling || !superior) return refuse('wrong-state')

	const outcome = await writeCase(
		await store(),
		[thread.id],
		(tx) =>
			complain(tx, {
				proceedingId: handling.id,
				...taken.sent,
				secretKey: configuration().SECRET_KEY,
				actor,
				now,
			}),
		keysForFiling(superior.id),
	)
	if (!outcome.ok) return refuse(outcome.refusal)
	return redirect(`${receiptPath(language, outcome.value.secret)}?done=filed`)
}

export default function ComplaintPage() {
	const {
		number,
		secret,
		known,
		standing,
		about,
		others,
		closed,
		superior,
		prepared,
		by,
		article,
		today,
		submissionId,
	} = useLoaderData<typeof loader>()
	const answer = useActionData<SequelAnswer>()
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const ways = waysOf(language, number, secret)
	return (
		<ActPage
			number={number}
			back={ways.thread}
			title={t('complaint.title')}
			lead={superior && t('complaint.lead', { body: superior.names[language] })}
			closed={closed && t(`refusal.${closed as 'too-early'}`)}
		>
			{by && (
				<p>
					{t(by < today ? 'complaint.late' : 'complaint.by', { day: dayInWords(language, by) })}{' '}
					{article && <Article of={article} />}
				</p>
			)}
			{others.length > 0 && (
				<ul className="plain-list stack" data-gap="tight">
					{others.map(({ id, name }) => (
						<li key={id}>
							<TextLink href={`${ways.act('complaint')}?about=${id}`}>
								{t('complaint.aboutOther', { body: name })}
							</TextLink>
						</li>
					))}
				</ul>
			)}
			{!known && <LevelFirst standing={standing} carried={answer?.carried} next={ways.act('complaint')} />}
			<SequelForm
				form={answer?.form}
				kept={answer?.kept}
				defaults={prepared}
				submissionId={submissionId}
				send={t('complaint.send')}
			>
				<input type="hidden" name="about" value={about} />
				<p>{t('complaint.effect')}</p>
			</SequelForm>
		</ActPage>
	)
}
