import { checkCms } from '#app/signatures/cms.server.ts'
import { authorities } from '#db/schema/signatures.ts'
import { anAuthority, aSigner, NOW, SERIAL, signedBy } from '#tests/signatures/own-authority.ts'
import { aCrowd } from './crowd.ts'
import { databaseOf, folder, withStore } from './databases.ts'
import { fetchOnce, load, request } from './load.ts'
import { ms, rate, say, times, title } from './report.ts'
import { startSite } from './site.ts'

const SIGNERS = 400

/** Digital signatures on a petition, each by another human, over HTTP, against their verification alone. */
export async function digital(): Promise<void> {
	title('Digital signatures on a petition')
	const database = await databaseOf(0)
	const root = await anAuthority()
	const crowd = await withStore(database, async (store) => {
		await store.write('authority', (tx) =>
			tx.insert(authorities).values({
				id: `bench-${process.pid}`,
				name: 'Bench',
				certificate: Buffer.from(root.der),
				fingerprint: `bench-${process.pid}`,
				validFrom: new Date(0),
				validUntil: new Date('2099-01-01'),
				addedAt: new Date(),
			}),
		)
		return aCrowd(store, { count: 1, level: 3 })
	})
	const site = await startSite({ database, data: folder })
	const origin = `http://127.0.0.1:${site.port}`
	const path = `/kk/petitions/${crowd.number}/signature/eds`
	const wish = { region: 'KZ-75', consent: 'on' }
	try {
		const forms: string[] = []
		let bare = 0
		for (let n = 0; n < SIGNERS; n++) {
			const shown = await fetchOnce(site.port, {
				method: 'POST',
				path,
				headers: { Origin: origin },
				form: { ...wish, intent: 'show' },
			})
			const page = shown.body.toString('utf8')
			const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? ''
			const statement = decoded(/<pre class="statement">([^<]+)<\/pre>/.exec(page)?.[1] ?? '')
			const signer = await aSigner(root, { names: humanNumbered(n) })
			const cms = await signedBy(signer, statement)
			const signatureText = Buffer.from(cms).toString('base64')
			if (n < 50) {
				const began = performance.now()
				await checkCms({
					cms,
					statement: Buffer.from(statement),
					authorities: [root.der],
					use: 'sign',
					at: NOW,
				})
				bare += performance.now() - began
			}
			const form = { ...wish, intent: 'sign', sealed, signatureText }
			forms.push(request({ method: 'POST', path, headers: { Origin: origin }, form }))
		}
		const verified = 50 / (bare / 1000)
		say('their verification alone, in one thread', rate(verified))
		let sent = 0
		const began = performance.now()
		const signed = await load({
			port: site.port,
			next: () => forms[sent++ % SIGNERS] as string,
			connections: 16,
			seconds: 60,
			until: () => sent >= SIGNERS,
			check: ({ status, headers }) =>
				status === 303 ? undefined : `not signed: ${status} ${headers.slice(0, 300)}`,
		})
		const perSecond = signed.count / ((performance.now() - began) / 1000)
		say(
			'signed digitally, from 16 connections',
			`${rate(perSecond)}, 95 % ${ms(signed.p95)}`,
			times(perSecond / verified),
		)
	} finally {
		await site.stop()
	}
}

const humanNumbered = (n: number): [string, string][] => [
	['2.5.4.3', `ҮЛГІҰЛЫ СЫНАҚ ${n}`],
	['2.5.4.4', 'ҮЛГІҰЛЫ'],
	[SERIAL, `IIN8501013${String(n).padStart(5, '0')}`],
	['2.5.4.6', 'KZ'],
]

const decoded = (html: string) =>
	html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
