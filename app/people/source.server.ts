import { createHmac } from 'node:crypto'
import { configuration } from '#server/configuration.ts'
import { blockOf, householdOf } from './network.ts'

/** What is kept of where somebody came from: without the key nobody can read an address in it. */
export const addressHash = (address: string) => hashed('address', householdOf(address))
export const networkHash = (address: string) => hashed('network', blockOf(address))

const hashed = (kind: string, of: string) =>
	createHmac('sha256', configuration().SECRET_KEY).update(`${kind}:${of}`).digest('base64url').slice(0, 16)
