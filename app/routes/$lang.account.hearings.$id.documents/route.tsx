import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addDocument, addVersion } from '#app/dossiers/add.server.ts'
import { type DocumentKind, KINDS, LONGEST } from '#app/dossiers/document.ts'
import { DocumentList } from '#app/dossiers/document-list.tsx'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { handIn, VERSION_SENT } from '#app/dossiers/hand-in.server.ts'
import { hideAssessment } from '#app/dossiers/hide.server.ts'
import { judgeVersion } from '#app/dossiers/judge.server.ts'
import { postDocuments } from '#app/dossiers/post.server.ts'
import { shownDocument } from '#app/dossiers/shown.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { keysForNumber } from '#app/hearings/request.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { store } from '#app/store.server.ts'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import { AddForm, HideForm, JudgeForm, PostForm, VersionForm } from './forms.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

const which = { documentId: z.uuid(), reason: z.string().trim().min(1).max(LONGEST.reason) }
const SENT = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('add'),
		kind: z.enum(KINDS.project as readonly [DocumentKind, ...DocumentKind[]]),
		...VERSION_SENT,
	}),
	z.object({ intent: z.literal('version'), documentId: z.uuid(), ...VERSION_SENT }),
	z.object({ intent: z.literal('post') }),
	z.object({
		intent: z.literal('judge'),
		...which,
		version: z.coerce.number().int().positive().max(1_000_000),
		material: z.enum(['yes', 'no']),
		...FACTOR_SENT,
	}),
	z.object({ intent: z.literal('hide'), ...which }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language } = await holdingPage(request, params)
	const found = await dossierOf(readOwn, hearing.id)
	const documents = found.map((document) => shownDocument(document, hearing.announcedAt !== null, true))
	const party = hearing.initiatorId === person.personId ? ('initiator' as const) : ('authority' as const)
	const may = (act: Parameters<typeof mayDo>[0]) => mayDo(act, person, hearing)
	return {
		title: translator(language)('dossiers:manage.title'),
		head,
		party,
		postedAt: hearing.postedAt,
		documents,
		/** Of which a later version may be handed in. */
		own: may('add-document') ? documents.filter((document) => document.party === party) : [],
		waiting: may('judge-version')
			? documents.flatMap(({ id, versions }) =>
					versions
						.filter(({ standing }) => standing === 'waiting')
						.map(({ version, title }) => ({ id, version, title })),
				)
			: [],
		hideable: may('hide-assessment')
			? documents.filter((document) => document.party === 'other' && document.hiddenReason === null)
			: [],
		may: { add: may('add-document'), post: may('post-documents') && hearing.postedAt === null },
		wanted: hearing.civic ? null : await factorWanted(person),
	}
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { hearing, person, act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const outcome = await actOf(form.value)
	if (!outcome.ok) {
		const field = REFUSED_AT[outcome.refusal as 'fileKind']
		return data({ form: form.refuse(outcome.refusal, field) }, field ? 422 : 409)
	}
	throw redirect(holdingPath(language, hearing.id, 'documents'))

	async function actOf(sent: z.output<typeof SENT>) {
		const { write } = await store()
		const key = hearingKey(hearing.id)
		switch (sent.intent) {
			case 'add':
			case 'version': {
				const keys = { person: person.personId, address: addressOf(context) }
				const version = await handIn(sent, person.personId, keys, act.now)
				if (!version.ok) return version
				const given = { ...act, version: version.value }
				return sent.intent === 'add'
					? write(key, (tx) => addDocument(tx, { ...given, kind: sent.kind }))
					: write(key, (tx) => addVersion(tx, { ...given, documentId: sent.documentId }))
			}
			case 'post':
				return write(keysForNumber(hearing.id), (tx) => postDocuments(tx, act))
			case 'judge': {
				const shown = await steppedUp({ request, context }, person, sent, act.now)
				if (!shown.ok) return shown
				const { documentId, version, reason } = sent
				const judged = { documentId, version, reason, material: sent.material === 'yes' }
				return write(key, (tx) => judgeVersion(tx, { ...act, actor: shown.value, ...judged }))
			}
			case 'hide':
				return write(key, (tx) => hideAssessment(tx, { ...act, ...sent }))
		}
	}
}

/** The field that a refusal is about. */
const REFUSED_AT = { fileKind: 'file', 'file-gone': 'file', 'same-file': 'file' } as const

export default function Documents() {
	const loaded = useLoaderData<typeof loader>()
	const { head, documents, own, waiting, hideable, may, postedAt, party } = loaded
	const { t } = useTranslation('dossiers')
	const language = useLanguage()
	const filled = useFormOf('dossiers', useActionData<typeof action>()?.form, { language })
	const forms = { id: head.id, filled }
	return (
		<HoldingFrame head={head} title={t('manage.title')} problems={filled.problems}>
			<p>{t('manage.lead')}</p>
			{postedAt && (
				<p>
					{t('manage.posted')} <Time at={postedAt} />
				</p>
			)}
			{waiting.map(({ id, version, title }) => (
				<JudgeForm
					key={`${id} ${version}`}
					{...forms}
					documentId={id}
					version={version}
					title={title}
					wanted={loaded.wanted}
				/>
			))}
			<section className="stack">
				<Heading level={2} size="md">
					{t('title')}
				</Heading>
				<DocumentList documents={documents} number={postedAt && head.number} empty={t('none')} />
			</section>
			{may.add && <AddForm {...forms} party={party} />}
			{own.length > 0 && <VersionForm {...forms} documents={own} />}
			{may.post && <PostForm {...forms} />}
			{hideable.length > 0 && <HideForm {...forms} documents={hideable} />}
		</HoldingFrame>
	)
}
