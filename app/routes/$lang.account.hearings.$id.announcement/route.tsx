import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayIn, isDay, timeIn } from '#app/deadlines/day.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { type Announcement, announceHearing, factsAnnounced } from '#app/hearings/announce.server.ts'
import { BrokenGates } from '#app/hearings/broken.tsx'
import { addChannel } from '#app/hearings/channels.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { brokenOf, channelsOf, noticeOf, planOfHearing } from '#app/hearings/plan.server.ts'
import { brokenBy, discussionRules, planOf } from '#app/hearings/plan.ts'
import { PlanTable } from '#app/hearings/plan-table.tsx'
import { keysForNumber } from '#app/hearings/request.server.ts'
import { noticeLanguages } from '#app/hearings/terms.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { pageToAct } from '#app/routes/$lang.account.hearings.$id._index/page-to-act.server.ts'
import { store } from '#app/store.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import { AnnounceForm, ChannelForm } from './forms.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const text = (max: number) => z.string().max(max).default('')
const day = z.string().refine(isDay, 'day')
const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('announce'),
		form: z.enum(['open_meeting', 'portal_discussion', 'mixed']),
		startsOn: day,
		time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
		endsOn: day.optional(),
		discussionRule: text(100),
		placeKk: text(LONGEST.place),
		placeRu: text(LONGEST.place),
		placeEn: text(LONGEST.place),
		commentsAddress: text(LONGEST.contact),
		seats: z.coerce.number().int().min(1).max(100_000).optional(),
		streamUrl: z
			.url({ protocol: /^https$/ })
			.max(500)
			.optional(),
		...FACTOR_SENT,
	}),
	z.object({
		intent: z.literal('channel'),
		channel: z.string().min(1).max(100),
		name: z.string().trim().min(2).max(200),
		language: z.string().min(2).max(10),
		publishedOn: day,
		link: z
			.url({ protocol: /^https?$/ })
			.max(500)
			.optional(),
		file: uploads({ maxFiles: 1 }),
	}),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, texts, person, law, act, readOwn, language } = await pageToAct(
		request,
		params,
		'announce',
		'add-channel',
	)
	const may = {
		announce: mayDo('announce', person, hearing),
		channel: mayDo('add-channel', person, hearing),
	}
	const { zone } = law.profile.time
	const plan = await planOfHearing(readOwn, hearing, law, act.now)
	const places = Object.fromEntries(
		LANGUAGES.map((one) => [PLACES[one], texts.find((row) => row.language === one)?.place ?? '']),
	)
	const { form, startsAt, startsOn, endsOn, discussionRule, commentsAddress, seats, streamUrl } = hearing
	return {
		title: translator(language)('holding:announcement.title'),
		head,
		may,
		today: dayIn(zone, act.now),
		posted: hearing.postedAt !== null,
		plan,
		broken: brokenOf(hearing, law, plan),
		values: {
			form,
			startsOn: startsOn ?? plan.earliestStart,
			time: startsAt ? timeIn(zone, startsAt) : '10:00',
			endsOn: startsOn === endsOn ? null : endsOn,
			discussionRule,
			commentsAddress,
			seats,
			streamUrl,
			...places,
		},
		forms: hearing.civic
			? (['open_meeting', 'portal_discussion', 'mixed'] as const)
			: (law.profile.hearing.held_for[hearing.legalGround]?.forms ?? []),
		rules: discussionRules(law),
		channels: Object.keys(law.profile.hearing.announce_channels),
		languages: noticeLanguages(law.profile),
		published: (await channelsOf(readOwn, hearing.id, noticeOf(hearing))).map(
			({ id, channel, name, publishedOn, language: said }) => ({
				id,
				channel,
				name,
				publishedOn,
				language: said,
			}),
		),
		wanted: hearing.civic ? null : await factorWanted(person),
	}
}

const PLACES = { kk: 'placeKk', ru: 'placeRu', en: 'placeEn' } as const

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { hearing, person, law, act, texts, readOwn, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply, broken: undefined }, 422)
	const sent = form.value
	const { write } = await store()
	if (sent.intent === 'channel') {
		const { link, file, intent: _, ...said } = sent
		const keys = { person: person.personId, address: addressOf(context) }
		const taken = await takeUploads(file, person.personId, keys, act.now)
		if (taken === 'often') return data({ form: form.refuse('often', 'file'), broken: undefined }, 429)
		if (taken.refused.length > 0)
			return data({ form: form.refuse('fileKind', 'file'), broken: undefined }, 422)
		const publication = { ...said, link: link ?? null, fileId: taken.ids[0] ?? null }
		const added = await write(keysForNumber(hearing.id), (tx) => addChannel(tx, { ...act, publication }))
		if (!added.ok) {
			const field = CHANNEL_AT[added.refusal as 'no-proof']
			return data({ form: form.refuse(added.refusal, field), broken: undefined }, 409)
		}
		throw redirect(holdingPath(language, hearing.id, 'announcement'))
	}

	const announcement: Announcement = {
		form: sent.form,
		startsOn: sent.startsOn,
		time: sent.time,
		endsOn: sent.endsOn ?? null,
		discussionRule: sent.discussionRule || null,
		places: Object.fromEntries(
			texts.flatMap(({ language: of }) => {
				const field = PLACES[of as 'kk']
				return field ? [[of, sent[field]]] : []
			}),
		),
		commentsAddress: sent.commentsAddress,
		seats: sent.seats ?? null,
		streamUrl: sent.streamUrl ?? null,
	}
	const shown = await steppedUp({ request, context }, person, sent, act.now)
	const outcome = shown.ok
		? await write(keysForNumber(hearing.id), (tx) =>
				announceHearing(tx, { ...act, actor: shown.value, announcement }),
			)
		: shown
	if (!outcome.ok) {
		const { refusal } = outcome
		const field = refusal.startsWith('factor') ? 'factorCode' : ANNOUNCED_AT[refusal as 'no-place']
		const broken = refusal === 'breaks-gate' ? await gateAgainst() : undefined
		return data({ form: form.refuse(refusal, field), broken }, 409)
	}
	throw redirect(holdingPath(language, hearing.id, undefined, { done: 1 }))

	/** Which rule the date breaks, and the first day that breaks none. */
	async function gateAgainst() {
		const facts = await factsAnnounced(readOwn, hearing, law, announcement)
		const today = dayIn(law.profile.time.zone, act.now)
		const gate = brokenBy(law, facts, today)
		return {
			gates: gate ? [gate] : [],
			renewReason: null,
			repeats: law.profile.hearing.repeat_if.includes('procedure_breach'),
			earliestStart: planOf(law, facts, today).earliestStart,
			over: false,
		}
	}
}

const CHANNEL_AT = {
	'no-channel': 'channel',
	'no-proof': 'link',
	'wrong-day': 'publishedOn',
	'file-gone': 'file',
} as const
const ANNOUNCED_AT = {
	'wrong-form': 'form',
	'wrong-day': 'startsOn',
	'breaks-gate': 'startsOn',
	'no-place': 'placeKk',
	'no-address': 'commentsAddress',
	'no-calendar': 'startsOn',
} as const

export type AnnouncementData = ReturnType<typeof useLoaderData<typeof loader>>

export default function AnnouncementPage() {
	const { t } = useTranslation(['holding', 'hearings'])
	const shown = useLoaderData<typeof loader>()
	const { head, title, plan, may, broken } = shown
	const answer = useActionData<typeof action>()
	const filled = useFormOf('holding', answer?.form, shown.values)
	return (
		<HoldingFrame head={head} title={title} problems={filled.problems}>
			{answer?.broken ? <BrokenGates broken={answer.broken} /> : broken && <BrokenGates broken={broken} />}
			{plan.gates.length > 0 && (
				<section className="stack">
					<Heading level={2} size="sm">
						{t('hearings:plan.title')}
					</Heading>
					<PlanTable gates={plan.gates} />
				</section>
			)}
			<DefinitionList
				compact
				entries={[
					{
						term: t('hearings:plan.earliest'),
						value: !head.civic && plan.earliestStart && <Time on={plan.earliestStart} />,
					},
					{ term: t('hearings:plan.announceBy'), value: plan.announceBy && <Time on={plan.announceBy} /> },
					{ term: t('hearings:remarksUntil'), value: plan.remarksUntil && <Time on={plan.remarksUntil} /> },
				]}
			/>
			{may.announce && <AnnounceForm shown={shown} filled={filled.of({ intent: 'announce' })} />}
			{may.channel && <ChannelForm shown={shown} filled={filled.of({ intent: 'channel' })} />}
		</HoldingFrame>
	)
}
