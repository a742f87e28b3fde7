import { connect, type Socket } from 'node:net'

export interface Answer {
	status: number
	headers: string
	body: Buffer
}

export interface Load {
	port: number
	/** The next request as it goes over the wire. */
	next: (connection: number) => string
	connections: number
	seconds: number
	/** Ends it before its time. */
	until?: () => boolean
	/** Asked before anything is measured, so that the code has become warm. */
	warmUp?: number
	/** Called when measuring begins. */
	onWarm?: () => void
	/** Says what is wrong with an answer. */
	check?: (answer: Answer) => string | undefined
}

export interface Loaded {
	count: number
	perSecond: number
	p50: number
	p95: number
}

/** Each connection asks again as soon as it is answered, for so many seconds. */
export async function load(what: Load): Promise<Loaded> {
	const { port, next, connections, seconds, warmUp = 0, onWarm, until: enough, check = mustBeFine } = what
	const lines = await Promise.all(Array.from({ length: connections }, () => openLine(port)))
	async function ask(line: Line, connection: number): Promise<void> {
		const wrong = check(await line.ask(next(connection)))
		if (wrong) throw new Error(wrong)
	}
	let warming = warmUp
	await Promise.all(
		lines.map(async (line, connection) => {
			while (warming-- > 0) await ask(line, connection)
		}),
	)
	onWarm?.()
	const times: number[] = []
	const until = performance.now() + seconds * 1000
	await Promise.all(
		lines.map(async (line, connection) => {
			while (performance.now() < until && !enough?.()) {
				const asked = performance.now()
				await ask(line, connection)
				times.push(performance.now() - asked)
			}
			line.close()
		}),
	)
	return { count: times.length, perSecond: times.length / seconds, ...spread(times) }
}

export function spread(times: number[]): { p50: number; p95: number } {
	const sorted = [...times].sort((a, b) => a - b)
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
	return { p50: at(0.5), p95: at(0.95) }
}

const mustBeFine = ({ status, headers }: Answer) =>
	status === 200 ? undefined : `answered ${status}: ${headers.slice(0, 300)}`

export interface Asked {
	method?: 'GET' | 'POST'
	path: string
	headers?: Record<string, string>
	form?: Record<string, string>
}

export function request({ method = 'GET', path, headers = {}, form }: Asked): string {
	const body = form ? new URLSearchParams(form).toString() : ''
	const all = {
		Host: '127.0.0.1',
		Connection: 'keep-alive',
		...headers,
		...(form
			? {
					'Content-Type': 'application/x-www-form-urlencoded',
					'Content-Length': String(Buffer.byteLength(body)),
				}
			: {}),
	}
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
	return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

/** One question, one answer, on a connection of its own. */
export async function fetchOnce(port: number, asked: Asked): Promise<Answer> {
	const line = await openLine(port)
	const answer = await line.ask(request(asked))
	line.close()
	return answer
}

type Line = Awaited<ReturnType<typeof openLine>>

/** A kept-alive connection that reads no more of HTTP than it must, so that it costs little beside the server. */
export async function openLine(port: number) {
	const socket = await opened(port)
	let chunks: Buffer[] = []
	let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
	socket.on('data', (chunk) => {
		chunks.push(chunk)
		const answer = whole(chunks)
		if (!answer) return
		chunks = []
		waiting?.resolve(answer)
	})
	socket.on('error', (error) => waiting?.reject(error))
	socket.on('close', () => waiting?.reject(new Error('the connection was closed')))
	return {
		ask: (text: string) =>
			new Promise<Answer>((resolve, reject) => {
				waiting = { resolve, reject }
				if (socket.destroyed) reject(new Error('the connection was closed'))
				else socket.write(text)
			}),
		close: () => {
			waiting = undefined
			socket.destroy()
		},
	}
}

function opened(port: number): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => resolve(socket))
		socket.setNoDelay(true)
		socket.once('error', reject)
	})
}

const END_OF_HEADERS = '\r\n\r\n'
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n')

function whole(chunks: Buffer[]): Answer | undefined {
	if (chunks.length > 1) chunks.splice(0, chunks.length, Buffer.concat(chunks))
	const [all] = chunks as [Buffer]
	const end = all.indexOf(END_OF_HEADERS)
	if (end < 0) return undefined
	const headers = all.toString('latin1', 0, end)
	const body = all.subarray(end + END_OF_HEADERS.length)
	const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1]
	const status = Number(headers.slice(9, 12))
	if (length !== undefined) return body.length >= Number(length) ? { status, headers, body } : undefined
	if (!/\r\ntransfer-encoding: chunked/i.test(headers)) return { status, headers, body }
	// What looks like the end may be lines of the answer itself, so the chunks are counted only when it does.
	if (!body.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)) return undefined
	const unchunked = joined(body)
	return unchunked && { status, headers, body: unchunked }
}

/** Undefined while the last chunk has not come. */
function joined(body: Buffer): Buffer | undefined {
	const parts: Buffer[] = []
	for (let at = 0; at < body.length; ) {
		const end = body.indexOf('\r\n', at)
		const size = Number.parseInt(body.toString('latin1', at, end), 16)
		if (size === 0) return Buffer.concat(parts)
		parts.push(body.subarray(end + 2, end + 2 + size))
		at = end + 2 + size + 2
	}
	return undefined
}
