import type { Server } from 'node:http'

/** Takes no more requests and lets those that run finish, within reason. */
export function closed(web: Server, patienceMs: number): Promise<void> {
	return new Promise((resolve) => {
		const late = setTimeout(() => web.closeAllConnections(), patienceMs)
		web.close(() => {
			clearTimeout(late)
			resolve()
		})
	})
}
