// A process of its own that answers the streams of rooms: `node --import tsx tests/rooms/watched.ts`, with
// DATABASE_URL. It says its address on stdout. LOOKS_EVERY_MS is how often it looks at a room that nobody tells it of.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openRoomStream } from '#server/room-stream.ts'

const stream = openRoomStream({
	configuration: { PUBLIC_URL: 'http://localhost', TRUST_PROXY: 0, RATE_LIMITS: 'off' },
	stopping: () => false,
	report: (error) => console.error(error),
	looksEveryMs: process.env.LOOKS_EVERY_MS ? Number(process.env.LOOKS_EVERY_MS) : undefined,
})
const server = createServer((request, response) => {
	const failed = (error: unknown) => response.writeHead(500).end(String(error))
	if (!stream(request, response, failed)) response.writeHead(418).end()
}).listen(0, () => process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`))
