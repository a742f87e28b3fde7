import type { RequestHandler } from 'express'

interface Health {
	ping: () => Promise<void>
	stopping: () => boolean
}

/** `/health/live`: the process answers. `/health/ready`: it can do its work, so send people here. */
export function health({ ping, stopping }: Health): RequestHandler {
	return async (request, response, next) => {
		if (request.path === '/health/live') return void response.type('text/plain').send('live\n')
		if (request.path !== '/health/ready') return next()
		const ready = !stopping() && (await answers(ping))
		response
			.status(ready ? 200 : 503)
			.type('text/plain')
			.send(ready ? 'ready\n' : 'not ready\n')
	}
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
	try {
		await ping()
		return true
	} catch {
		return false
	}
}
