// A bare node:http server that keeps streams open and sends the same bytes to each of them once a second: what no room
// can be faster than.
//   node --import tsx tests/bench/bare-stream.ts <bytes>
import { createServer, type ServerResponse } from 'node:http'

const filling = 'x'.repeat(Number(process.argv[2]))
const watchers = new Set<ServerResponse>()
const server = createServer((_request, response) => {
	response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
	watchers.add(response)
	response.on('close', () => watchers.delete(response))
})
let n = 0
setInterval(() => {
	if (watchers.size === 0) return
	n++
	const bytes = Buffer.from(`id: ${n}\ndata: {"text":"marker ${n}.","filling":"${filling}"}\n\n`)
	process.send?.({ marker: n, at: Date.now() })
	for (const response of watchers) response.write(bytes)
}, 1000)
server.listen(0, '127.0.0.1', () => {
	const address = server.address()
	process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
