// Verifies again a digital signature that was given here, as of the moment of signing:
//   npm run verify-signature -- signature.cms statement.txt [text.txt]
//   npm run verify-signature -- --id 4c0124a1-...
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { textHash } from '#app/signatures/ask.server.ts'
import { believedAuthorities } from '#app/signatures/authorities.server.ts'
import { readStatement } from '#app/signatures/statement.ts'
import { verifySignature } from '#app/signatures/verify.server.ts'
import { signatures } from '#db/schema/signatures.ts'
import { openStore } from '#db/store.ts'

const [first, second, third] = process.argv.slice(2)
if (!first || !second) {
	console.error('Say what to verify: npm run verify-signature -- signature.cms statement.txt [text.txt]')
	console.error('or, of one that is kept here: npm run verify-signature -- --id <its id>')
	process.exit(2)
}

const store = await openStore()
try {
	await store.migrate()
	const given = first === '--id' ? await kept(second) : fromFiles(first, second, third)
	const problem = given ? await verified(given) : 'There is no such signature.'
	if (problem) {
		console.error(problem)
		process.exitCode = 1
	}
} finally {
	await store.close()
}

interface Given {
	cms: Uint8Array
	statement: string
	text?: string
}

function fromFiles(cms: string, statement: string, text?: string): Given {
	return {
		cms: readFileSync(cms),
		statement: readFileSync(statement, 'utf8'),
		text: text && readFileSync(text, 'utf8'),
	}
}

async function kept(id: string): Promise<Given | undefined> {
	const [found] = await store.readOwn.select().from(signatures).where(eq(signatures.id, id))
	return found
}

async function verified({ cms, statement, text }: Given): Promise<string | undefined> {
	const said = readStatement(statement)
	if (!said) return 'This is not a statement of this product.'
	if (text !== undefined && said.textHash !== textHash(text))
		return 'The text is not the one that was signed.'
	const authorities = await believedAuthorities(store.readOwn)
	const outcome = await verifySignature({ cms, statement, authorities, at: said.at, now: new Date() })
	if (!outcome.ok) return `The signature does not hold: ${outcome.refusal}`
	const { fullName, issuer, serial, revocation } = outcome.value
	console.log(
		`The signature holds. It was given by ${fullName}, for ${said.purpose}, at ${said.at.toISOString()}.`,
	)
	console.log(`Certificate ${serial}, issued by ${issuer}; revocation: ${revocation}.`)
	return undefined
}
