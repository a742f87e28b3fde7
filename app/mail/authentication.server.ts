import { Resolver } from 'node:dns/promises'
import type { DNSResolver } from 'mailauth'
import type { Authentication } from '#db/schema/mail.ts'
import { unhurried } from './unhurried.ts'

/** Of what nobody asked about. */
export const NONE: Authentication = { spf: 'none', dkim: 'none', dmarc: 'none', arc: 'none', policy: 'none' }
/** Whoever sent it keeps their own name servers silent for as long as they like: that must not pass for "none". */
const TOO_LATE: Authentication = { ...NONE, dmarc: 'temperror' }
const LONGEST_MS = 20_000

interface Sent {
	returnPath: string
	clientAddress: string | null
	clientName: string | null
}

/**
 * What SPF, DKIM, DMARC and ARC say of a message. It is told to the desk, and a message that its own domain
 * disowns is held. Without DNS nothing is known of it, and nothing waits for it.
 */
export async function authenticated(
	raw: Buffer,
	{ returnPath, clientAddress, clientName }: Sent,
	{ resolve = byDns, isRelay }: { resolve?: DNSResolver; isRelay: (address: string) => boolean },
): Promise<Authentication> {
	// A mail server of ours before us says in its Received line who really came.
	const relayed = clientAddress === null || isRelay(clientAddress)
	// Read only where a letter comes: it is half a second of the start.
	const { authenticate } = await import('mailauth')
	const checks = authenticate(unhurried(raw), {
		...(relayed ? { trustReceived: true } : { ip: clientAddress, helo: clientName ?? clientAddress }),
		...(returnPath ? { sender: returnPath } : {}),
		mta: 'jauap',
		resolver: resolve,
		disableBimi: true,
	})
	return within(LONGEST_MS, checks.then(resultOf)).catch(() => TOO_LATE)
}

function resultOf({
	spf,
	dkim,
	dmarc,
	arc,
}: Awaited<ReturnType<typeof import('mailauth').authenticate>>): Authentication {
	const signatures = (dkim?.results ?? []).map(({ status }) => status.result)
	return {
		spf: said(spf),
		dkim: signatures.includes('pass') ? 'pass' : (signatures[0] ?? 'none'),
		// Not asked where it names no author, or several: then nobody knows which of them is shown to the reader.
		dmarc: dmarc === false ? 'permerror' : said(dmarc),
		arc: said(arc),
		policy:
			/^\s*(quarantine|reject)\b/i.exec((dmarc ? dmarc.policy : undefined) ?? '')?.[1]?.toLowerCase() ??
			'none',
	}
}

const said = (result: false | undefined | { status: { result: string } }) =>
	result ? result.status.result : 'none'

/** The domain that it says it is from asks that such a message be not believed. */
export const isDisowned = ({ dmarc, policy }: Authentication) => dmarc === 'fail' && policy !== 'none'

const SILENT_MS = 60_000

/** That there is no such name is an answer too. */
const isAnswer = (error: unknown) =>
	['ENOTFOUND', 'ENODATA'].includes(String((error as NodeJS.ErrnoException).code))

/**
 * A name server of ours that does not answer is left alone for a minute: a hundred messages must not wait for it in
 * turn. It is asked for the root before it is believed to be away, because those of a sender may be silent on purpose.
 */
export function resolverOf(dns: Pick<Resolver, 'resolve'>): DNSResolver {
	let silentUntil = 0
	return async (name, type) => {
		if (performance.now() < silentUntil) throw silence()
		try {
			return (await dns.resolve(name, type)) as string[] | string[][]
		} catch (error) {
			if (isAnswer(error) || (await isThere(dns))) throw error
			silentUntil = performance.now() + SILENT_MS
			throw silence()
		}
	}
}

const isThere = (dns: Pick<Resolver, 'resolve'>) => dns.resolve('.', 'NS').then(() => true, isAnswer)

const byDns = resolverOf(new Resolver({ timeout: 1500, tries: 1 }))

const silence = () => Object.assign(new Error('no name server answers'), { code: 'ENODATA' })

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('too late')), ms)
	})
	return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
