// A bare node:http server that sends the same bytes to whoever asks: what no page can be faster than.
//   node --import tsx tests/bench/bare.ts <file with { status, headers, body in base64 }>
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

interface Same {
	status: number
	headers: Record<string, string>
	body: string
}

const { status, headers, body }: Same = JSON.parse(readFileSync(process.argv[2] as string, 'utf8'))
const bytes = Buffer.from(body, 'base64')
const server = createServer((_request, response) => {
	response.writeHead(status, headers).end(bytes)
})
server.listen(0, '127.0.0.1', () => {
	const address = server.address()
	process.send?.(typeof address === 'object' ? address?.port : 0)
})
