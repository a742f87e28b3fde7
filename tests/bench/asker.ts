// One person at a form, in a process of its own, who sends it again when nothing came back:
//   node --import tsx tests/bench/asker.ts <address of the site> <cookie>
// Says on stdout each form that was acknowledged, with the address of its receipt.
import { setTimeout as pause } from 'node:timers/promises'

const [site = '', cookie = ''] = process.argv.slice(2)

for (;;) await submit(crypto.randomUUID())

async function submit(submissionId: string): Promise<void> {
	for (;;) {
		const receipt = await send(submissionId).catch(() => undefined)
		if (receipt) {
			process.stdout.write(`${submissionId} ${receipt}\n`)
			return
		}
		await pause(50)
	}
}

async function send(submissionId: string): Promise<string | undefined> {
	const response = await fetch(`${site}/ru/inquiries/new`, {
		method: 'POST',
		redirect: 'manual',
		headers: { Cookie: cookie, Origin: site },
		body: new URLSearchParams({
			intent: 'file',
			to: 'office:env-minister',
			kind: 'request',
			subject: `Вопрос ${submissionId.slice(0, 8)}`,
			text: `Прошу ответить на вопрос ${submissionId}.`,
			visibility: 'public',
			language: 'ru',
			submissionId,
		}),
		signal: AbortSignal.timeout(20_000),
	})
	await response.arrayBuffer()
	const location = response.headers.get('Location')
	if (response.status === 302 && location) return location
	// The server may be on its way up or down; a form that it understood and refused is a mistake in this bench.
	if (response.status < 500) throw process.exit(complain(response.status))
	return undefined
}

function complain(status: number): number {
	console.error(`the form was answered ${status}`)
	return 1
}
