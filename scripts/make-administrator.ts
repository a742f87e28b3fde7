// Gives the role of administrator to an account that is there: npm run make-administrator -- name@example.org
import { putZoneInForce } from '#app/i18n/dates.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { SYSTEM } from '#app/people/actor.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { GRANTS_KEY, grantRole } from '#app/people/grant.server.ts'
import { openStore } from '#db/store.ts'

const email = process.argv[2]
if (!email?.includes('@')) {
	console.error('Say whose account it is: npm run make-administrator -- name@example.org')
	process.exit(2)
}

putZoneInForce(profileById(process.env.JURISDICTION || 'KZ').time.zone)
const store = await openStore()
try {
	await store.migrate()
	const person = await personByEmail(store.readOwn, email)
	if (!person) {
		console.error('No account has this address. Sign up on the site first, then run this again.')
		process.exitCode = 1
	} else if (!person.emailConfirmedAt) {
		// Whoever signed up with somebody else's address must not become its administrator.
		console.error('The address of this account is not confirmed yet. Enter the code from the letter first.')
		process.exitCode = 1
	} else {
		const grant = { personId: person.id, role: 'administrator', bodyId: null } as const
		const outcome = await store.write(GRANTS_KEY, (tx) =>
			grantRole(tx, { ...grant, actor: SYSTEM, now: new Date() }),
		)
		if (!outcome.ok) throw new Error(`the role was not given: ${outcome.refusal}`)
		console.log('This account is an administrator now. On the way to that work it sets up a second factor.')
	}
} finally {
	await store.close()
}
