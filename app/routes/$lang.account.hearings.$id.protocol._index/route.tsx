import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FactorFields, PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { draftProtocol, protocolNow } from '#app/protocols/draft.server.ts'
import { lastProtocol } from '#app/protocols/find.server.ts'
import { ProtocolTerms } from '#app/protocols/protocol-terms.tsx'
import { ProtocolView } from '#app/protocols/protocol-view.tsx'
import { publishProtocol, sendProtocol } from '#app/protocols/publish.server.ts'
import { shownProtocol } from '#app/protocols/shown.ts'
import { gapsIn, signProtocol, signsAs } from '#app/protocols/sign.server.ts'
import { termsOf } from '#app/protocols/terms.ts'
import { canVerify } from '#app/signatures/authorities.server.ts'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { Gaps } from './gaps.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, law, language, act } = await holdingPage(request, params)
	const protocol = await lastProtocol(readOwn, hearing.id)
	const signed = hearing.protocolSignedAt !== null
	const may = (name: Parameters<typeof mayDo>[0]) => mayDo(name, person, hearing)
	const roles = protocol && may('sign-protocol') ? signsAs(person, hearing, protocol) : []
	const page = Number(new URL(request.url).searchParams.get('page')) || 1
	return {
		title: translator(language)('protocols:holding.title'),
		head,
		terms: termsOf(hearing),
		protocol: protocol && shownProtocol(protocol, page),
		changed:
			protocol !== undefined && !signed && (await protocolNow(readOwn, hearing)).sha256 !== protocol.sha256,
		gaps: protocol && !signed ? gapsIn(protocol.content, law) : [],
		roles,
		wanted: hearing.civic || roles.length === 0 ? null : await factorWanted(person, act.now),
		digital: roles.length > 0 && (await canVerify(readOwn, act.now)),
		may: {
			draft: may('draft-protocol') && !signed,
			publish: may('publish-protocol') && signed && !hearing.protocolPublishedAt,
			send: may('send-protocol') && hearing.sendProtocolBy !== null && !hearing.protocolSentAt,
		},
	}
}

const SENT = z.object({
	intent: z.enum(['draft', 'sign', 'publish', 'send']),
	version: z.coerce.number().int().default(0),
	...FACTOR_SENT,
})

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { hearing, person, language, act } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { intent, version } = form.value
	const shown = await steppedUp({ request, context }, person, form.value, act.now)
	if (!shown.ok) return data({ form: form.refuse(shown.refusal, 'factorCode') }, 422)
	const acting = { ...act, actor: shown.value }
	const { write } = await store()
	const outcome = await write(hearingKey(hearing.id), async (tx) => {
		if (intent === 'draft') return draftProtocol(tx, acting)
		if (intent === 'sign') return signProtocol(tx, { ...acting, version })
		return intent === 'publish' ? publishProtocol(tx, acting) : sendProtocol(tx, acting)
	})
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, hearing.id, 'protocol'))
}

export default function HoldingProtocol() {
	const { t } = useTranslation('protocols')
	const language = useLanguage()
	const loaded = useLoaderData<typeof loader>()
	const filled = useFormOf('protocols', useActionData<typeof action>()?.form)
	const { head, terms, protocol, changed, gaps, roles, wanted, digital, may } = loaded
	const ready = protocol && !changed && gaps.length === 0
	const button = (intent: 'publish' | 'send') => (
		<Form method="post" className="actions">
			<Button name="intent" value={intent} icon={intent === 'publish' ? 'paper' : 'letter'}>
				{t(`holding.${intent}`)}
			</Button>
		</Form>
	)
	return (
		<HoldingFrame head={head} title={t('holding.title')} problems={filled.problems}>
			<ProtocolTerms terms={terms} />
			{may.draft && (
				<>
					<p>{t('holding.draftLead')}</p>
					<Form method="post" className="actions">
						<Button name="intent" value="draft" icon="pen" variant={ready ? 'secondary' : 'primary'}>
							{t(protocol ? 'holding.redraft' : 'holding.draft')}
						</Button>
					</Form>
				</>
			)}
			{changed && <Notice tone="warning">{t('holding.changed')}</Notice>}
			<Gaps gaps={gaps} />
			{ready && roles.length > 0 && (
				<Form method="post" className="form">
					<p>{t('holding.signAs', { roles: roles.map((role) => t(`officer.${role}`)).join(', ') })}</p>
					<input type="hidden" name="version" value={protocol.version} />
					<FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
					<p className="actions">
						<Button name="intent" value="sign">
							{t('holding.sign')}
						</Button>
						{digital && (
							<TextLink href={holdingPath(language, head.id, 'protocol/signature')}>
								{t('holding.signDigitally')}
							</TextLink>
						)}
					</p>
				</Form>
			)}
			{may.publish && button('publish')}
			{may.send && button('send')}
			{protocol ? (
				<section className="stack" data-gap="wide" aria-labelledby="text">
					<Heading level={2} id="text">
						{t('holding.look')}
					</Heading>
					<p className="quiet">
						{t('holding.current', { version: protocol.version })} <Time at={protocol.draftedAt} />
					</p>
					<ProtocolView
						protocol={protocol}
						hrefFor={(page) => `${holdingPath(language, head.id, 'protocol', { page })}#remarks`}
					/>
				</section>
			) : (
				<EmptyState heading={t('holding.none')} />
			)}
		</HoldingFrame>
	)
}
