import { connect, type Socket } from 'node:net'

/** Somebody who watches a room: reads no more of HTTP than they must, and comes back when the stream ends. */
export interface Watcher {
	/** The last version that came. */
	version: () => number
	close: () => void
}

interface Watching {
	port: number
	path: string
	/** Each piece as it comes. */
	heard?: (piece: Buffer) => void
	/** Comes back by itself, as a browser does. */
	returns?: boolean
}

export function watchRoom({ port, path, heard, returns = false }: Watching): Promise<Watcher> {
	let socket: Socket
	let version = 0
	let closed = false
	let tail = ''
	return new Promise((resolve, reject) => {
		open()
		function open() {
			socket = connect(port, '127.0.0.1')
			socket.setNoDelay(true)
			socket.on('connect', () => {
				const last = version > 0 ? `Last-Event-ID: ${version}\r\n` : ''
				socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${last}\r\n`)
			})
			socket.on('data', (piece) => {
				heard?.(piece)
				if (returns) read(piece.toString('latin1'))
				resolve({ version: () => version, close })
			})
			socket.on('error', (error) => (returns ? undefined : reject(error)))
			socket.on('close', () => {
				if (returns && !closed) setTimeout(open, 300 + Math.random() * 700)
			})
		}
		function read(text: string) {
			tail = (tail + text).slice(-200_000)
			for (const [, id] of tail.matchAll(/id: (\d+)\n/g)) version = Number(id)
			tail = tail.slice(-30)
		}
		function close() {
			closed = true
			socket.destroy()
		}
	})
}
