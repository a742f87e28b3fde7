import { createServer, type RequestListener, request as requestTo } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { returnPath } from '#app/links.ts'
import type { Configuration } from './configuration.ts'
import { DEMO_IDENTITY_PATH } from './identity-providers.ts'

/** Where web processes find the one provider that they share. */
const SHARED_PORT = 'DEMO_IDENTITY_PORT'

/** The demo's own state identity, on the site's own address. It is loaded when the first visitor goes there. */
export function demoIdentity({ IDENTITY_PROVIDERS, PUBLIC_URL }: Configuration): RequestHandler {
	const issuer = PUBLIC_URL + DEMO_IDENTITY_PATH
	const provider = IDENTITY_PROVIDERS.find((one) => one.issuer === issuer)
	if (!provider) return (_request, _response, next) => next()
	const shared = process.env[SHARED_PORT]
	if (shared) return passOn(Number(shared))
	let opened: Promise<RequestListener> | undefined
	return async (request, response, next) => {
		opened ??= import('./fictional-identity.ts').then(({ fictionalIdentity }) =>
			fictionalIdentity({ issuer, returnUrl: PUBLIC_URL + returnPath(provider.id) }),
		)
		try {
			const answer = await opened
			answer(request, response)
		} catch (error) {
			opened = undefined
			next(error)
		}
	}
}

/** What it remembers is in one process: the first one answers for the web processes that it is about to start. */
export async function shareDemoIdentity(configuration: Configuration): Promise<void> {
	const server = createServer(express().use(DEMO_IDENTITY_PATH, demoIdentity(configuration)))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	server.unref()
	process.env[SHARED_PORT] = String((server.address() as AddressInfo).port)
}

function passOn(port: number): RequestHandler {
	return (request, response, next) => {
		const { method, headers, originalUrl: path } = request
		const onward = requestTo({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers)
			answer.pipe(response)
		})
		onward.on('error', next)
		request.pipe(onward)
	}
}
