// Takes in letters and places them, as a process of the server does, until it is killed. Says its port first.
import { pino } from 'pino'
import { openStore } from '#db/store.ts'
import { openMailIn } from '#server/mail-in.ts'
import { place } from './letters.ts'

const store = await openStore()
const settings = {
	MAIL_IN_PORT: 0,
	MAIL_IN_HOST: '127.0.0.1',
	MAIL_IN_PROTOCOL: 'smtp',
	MAIL_IN_CONNECTIONS: 250,
} as const
const { port } = await openMailIn(store, pino({ level: 'silent' }), settings)
console.log(port)
for (;;) {
	await place(store, new Date())
	await new Promise((resolve) => setTimeout(resolve, 20))
}
