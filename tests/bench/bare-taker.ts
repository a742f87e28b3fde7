// A bare node:http server, in a process of its own, that reads a form and answers as a signature is answered.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

const FILE = fileURLToPath(import.meta.url)

export async function bareTaker(): Promise<{ port: number; stop: () => void }> {
	const process = fork(FILE, { execArgv: ['--import', 'tsx'] })
	const [port] = (await once(process, 'message')) as [number]
	return { port, stop: () => process.kill() }
}

if (process.argv[1] === FILE)
	createServer((request, response) => {
		const parts: Buffer[] = []
		request.on('data', (part: Buffer) => parts.push(part))
		request.on('end', () => {
			const fields = new URLSearchParams(Buffer.concat(parts).toString('utf8'))
			response.writeHead(303, {
				Location: `/kk/petitions/receipts/${fields.get('region')}`,
				'Content-Length': 0,
			})
			response.end()
		})
	}).listen(0, '127.0.0.1', function listening(this: import('node:net').Server) {
		const address = this.address()
		process.send?.(typeof address === 'object' ? address?.port : 0)
	})
