import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ShortMessage } from './letter.server.ts'

export interface ShortSettings {
	SMS_URL?: string | undefined
	SMS_TOKEN?: string | undefined
	DATA_DIR: string
}

/** Whether messages are offered: a folder of them is enough to try it out, and nothing to rely on. */
export const reachesPhones = ({
	SMS_URL,
	production,
}: {
	SMS_URL?: string | undefined
	production: boolean
}) => Boolean(SMS_URL) || !production

type SendShort = (message: ShortMessage) => Promise<void>

/** Hands messages for telephones to a gateway, or, where none is set, leaves them in a folder. */
export function openShortPost({ SMS_URL, SMS_TOKEN, DATA_DIR }: ShortSettings): SendShort {
	return SMS_URL ? byGateway(SMS_URL, SMS_TOKEN) : toFolder(join(DATA_DIR, 'sms'))
}

const PATIENCE_MS = 15_000

/** The id is the same at every attempt, for a gateway that can tell that it has the message already. */
function byGateway(url: string, token: string | undefined): SendShort {
	return async (message) => {
		const answer = await fetch(url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				...(token && { Authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify(message),
			redirect: 'error',
			signal: AbortSignal.timeout(PATIENCE_MS),
		}).catch((cause: unknown) => {
			throw Object.assign(new Error('the gateway is away', { cause }), { code: 'ECONNECTION' })
		})
		await answer.body?.cancel()
		if (answer.ok) return
		// 400 and 422 speak of this message; any other answer of the gateway itself.
		const refused = answer.status === 400 || answer.status === 422
		throw Object.assign(new Error(`the gateway answered ${answer.status}`), {
			...(refused ? { responseCode: 550 } : { code: 'ECONNECTION' }),
		})
	}
}

function toFolder(folder: string): SendShort {
	return async ({ id, to, text }) => {
		await mkdir(folder, { recursive: true })
		const [, number = ''] = /^<n(\d+)\./.exec(id) ?? []
		await writeFile(join(folder, `${number.padStart(6, '0')}.txt`), `${to}\n\n${text}\n`)
	}
}
