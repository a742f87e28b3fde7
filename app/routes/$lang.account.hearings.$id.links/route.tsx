import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { linkByNumber, linkedTo } from '#app/hearing-links.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { linksOf, unlinkFromHearing } from '#app/hearings/link.server.ts'
import { POSITIONS } from '#app/hearings/sides.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { pageTitle } from '#app/page-title.ts'
import { actOnHearing } from '#app/routes/$lang.account.hearings.$id._index/act-on-hearing.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, readOwn, language } = await pageToAct(request, params, 'link')
	const links = await linksOf(readOwn, hearing.id)
	const shown = await linkedTo(readOwn, links)
	return {
		title: translator(language)('holding:links.title'),
		head,
		links: links.map((link) => ({
			...link,
			title: shown.find(({ number }) => number === link.number)?.title ?? null,
		})),
	}
}

const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('link'),
		typed: z.string().trim().min(5).max(40),
		stance: z.enum(POSITIONS),
	}),
	z.object({
		intent: z.literal('unlink'),
		kind: z.enum(['petition', 'inquiry']),
		number: z.string().min(1).max(40),
	}),
])

export const action = (args: ActionFunctionArgs) =>
	actOnHearing(
		args,
		SENT,
		(tx, acting, sent) =>
			sent.intent === 'link'
				? linkByNumber(tx, { ...acting, ...sent })
				: unlinkFromHearing(tx, { ...acting, ...sent }),
		{ at: { 'not-public': 'typed', 'too-many': 'typed' }, next: 'links' },
	)

export default function LinksPage() {
	const { t } = useTranslation(['holding', 'hearings'])
	const { head, title, links } = useLoaderData<typeof loader>()
	const filled = useFormOf('holding', useActionData<typeof action>()?.form)
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			<p>{t('holding:links.lead')}</p>
			{links.length > 0 && (
				<ul className="entries">
					{links.map(({ kind, number, stance, title: name }) => (
						<li key={number} className="row">
							<span>
								<span className="tabular nowrap">{number}</span> {name} ({t(`hearings:stance.${stance}`)})
							</span>
							<Form method="post">
								<input type="hidden" name="kind" value={kind} />
								<input type="hidden" name="number" value={number} />
								<Button name="intent" value="unlink" variant="secondary">
									{t('holding:links.unlink')}
								</Button>
							</Form>
						</li>
					))}
				</ul>
			)}
			<Heading level={2} size="sm">
				{t('holding:links.add')}
			</Heading>
			<Form method="post" className="form">
				<Field
					name="typed"
					label={t('holding:links.number')}
					description={t('holding:links.numberHelp')}
					defaultValue={filled.value('typed')}
					error={filled.problem('typed')}
					width="medium"
					required
				/>
				<Choice
					name="stance"
					legend={t('holding:links.stance')}
					defaultValue={filled.value('stance')}
					error={filled.problem('stance')}
					required
					options={POSITIONS.map((value) => ({ value, label: t(`hearings:stance.${value}`) }))}
				/>
				<Button name="intent" value="link">
					{t('holding:links.add')}
				</Button>
			</Form>
		</HoldingFrame>
	)
}
