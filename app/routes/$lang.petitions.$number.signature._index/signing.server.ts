import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { regionsOf } from '#app/jurisdictions/region.ts'
import { signatureReceiptPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import * as fields from '#app/people/fields.ts'
import { standingFor } from '#app/people/level.server.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { personOf } from '#app/people/session.server.ts'
import { signingPerson } from '#app/people/signer.server.ts'
import { textsOf } from '#app/petitions/petition.server.ts'
import { askToConfirm, maySee, petitionToSign, signAs } from '#app/signing/online.server.ts'
import { WISH } from '#app/signing/wish.ts'
import { store } from '#app/store.server.ts'

/** The petition of this page, with its title, if whoever asks may know of it. */
export async function petitionOfPage(params: LoaderFunctionArgs['params']) {
	const { readOwn } = await store()
	const { number, secret } = params
	const petition = await petitionToSign(readOwn, { number, secret })
	const byLink = secret !== undefined
	if (!petition?.number || petition.hidden) throw notFound()
	// One that collects no more is still known, and says so; one that only its sponsors know is nobody else's.
	const isPublic = petition.publishedAt !== null
	if (!isPublic && !byLink) throw notFound()
	const [text] = await textsOf(readOwn, petition)
	if (!text) throw notFound()
	return { petition, number: petition.number, text, byLink }
}

export async function signingLoader({ request, params }: LoaderFunctionArgs) {
	const language = pageLanguage(params)
	const { petition, number, text, byLink } = await petitionOfPage(params)
	const { readOwn } = await store()
	const person = await personOf(request)
	const profile = profileById(petition.profileId)
	if (!profile) throw notFound()
	const standing = await standingFor(readOwn, profile, 'petition_signature', person)
	const needed = petition.signatureLevel
	const known = person ? await signingPerson(readOwn, person.personId) : undefined
	const regions = regionsOf(petition.profileId)
	return {
		number,
		secret: params.secret,
		path: new URL(request.url).pathname,
		title: translator(language)('signing:title', { number }),
		petition: { title: text.title, language: petition.language },
		open: maySee(petition, byLink, new Date()),
		standing: { ...standing, needed },
		/** By which way this visitor can sign here and now. */
		way: wayOf(needed, person?.level, person?.emailConfirmed),
		name: person?.name,
		regions: known?.region && regions.includes(known.region) ? [] : regions,
		shownRegion: known?.region ?? null,
		display: profile.petition.display === 'first_name_and_initial',
	}
}

export type Way = 'eds' | 'account' | 'letter' | 'level'

function wayOf(needed: number, level: number | undefined, emailConfirmed = false): Way {
	if (needed > 2) return 'eds'
	if (level !== undefined && level >= Math.max(needed, 1) && (level > 1 || emailConfirmed)) return 'account'
	return needed <= 1 ? 'letter' : 'level'
}

const BY_ACCOUNT = z.object(WISH)
const BY_LETTER = z.object({ ...WISH, name: fields.fullName, email: fields.email })

export interface SigningAnswer {
	form?: FormReply
	/** A letter was written to this address. */
	sentTo?: string
}

export async function signingAction({ request, params, context }: ActionFunctionArgs) {
	const at = new Date()
	const language = pageLanguage(params)
	const { petition, byLink } = await petitionOfPage(params)
	const person = await personOf(request)
	const circumstances = { language, address: addressOf(context), byLink, at }
	if (wayOf(petition.signatureLevel, person?.level, person?.emailConfirmed) === 'account' && person) {
		const form = await readForm(request, BY_ACCOUNT)
		if (!form.ok) return data<SigningAnswer>({ form: form.reply }, 422)
		const signed = await signAs(person, petition, form.value, circumstances)
		if (signed.ok) throw redirect(signatureReceiptPath(language, signed.value.secret), 303)
		return refusedAs(form.refuse, signed.refusal)
	}
	const form = await readForm(request, BY_LETTER)
	if (!form.ok) return data<SigningAnswer>({ form: form.reply }, 422)
	const { name, email, ...wish } = form.value
	const asked = await askToConfirm(petition, { name, email }, wish, circumstances)
	if (!asked.ok) return refusedAs(form.refuse, asked.refusal)
	return data<SigningAnswer>({ sentTo: email })
}

export const refusedAs = (refuse: (refusal: string, field?: string) => FormReply, refusal: string) =>
	data<SigningAnswer>(
		{ form: refuse(refusal, refusal === 'region' ? 'region' : undefined) },
		refusal === 'often' ? 429 : 422,
	)
