// Verifies again a digital signature that was given here, as of the moment of signing:
//   npm run verify-signature -- signature.cms statement.txt [text.txt]
//   npm run verify-signature -- --id 4c0124a1-...
// It believes whom `npm start` believes with the same settings. Ends with 0 when the signature holds, with 1 when it does
// not, and with 2 when it was not told what to verify.
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { translator } from '#app/i18n/translator.ts'
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

if (process.env.NODE_ENV !== 'production') process.env.DEMO ??= '1'
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
		cms: contentOf(cms),
		statement: contentOf(statement).toString(),
		text: text && contentOf(text).toString(),
	}
}

function contentOf(path: string): Buffer {
	try {
		return readFileSync(path)
	} catch {
		console.error(`There is no file ${path}, or it cannot be read.`)
		process.exit(2)
	}
}

async function kept(id: string): Promise<Given | undefined> {
	const [found] = await store.readOwn.select().from(signatures).where(eq(signatures.id, id))
	return found
}

async function verified({ cms, statement, text }: Given): Promise<string | undefined> {
	const said = readStatement(statement)
	if (!said) return 'This is not a statement of this product, to the byte.'
	if (text !== undefined && said.textHash !== textHash(text))
		return 'The text is not the one that was signed.'
	const authorities = await believedAuthorities(store.readOwn)
	const outcome = await verifySignature({ cms, statement, authorities, at: said.at, now: new Date() })
	if (!outcome.ok) {
		const why = translator('en')(`signatures:refused.${outcome.refusal}`)
		return `The signature does not hold (${outcome.refusal}). ${why}`
	}
	const { fullName, issuer, serial, revocation } = outcome.value
	console.log(
		`The signature holds. It was given by ${fullName}, for ${said.purpose}, at ${said.at.toISOString()}.`,
	)
	console.log(`Certificate ${serial}, issued by ${issuer}; revocation: ${revocation}.`)
	if (text === undefined) console.log('The text was not compared: give it as the third file.')
	return undefined
}
