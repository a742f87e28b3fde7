// A state identity of fictional people, beside a site in development:
//   npm run dev:identity                      on port 4010, for a site on http://localhost:3000
//   npm run dev:identity -- 4011 http://localhost:3001
// It prints the setting with which the site knows it.
import { createServer } from 'node:http'
import { returnPath } from '#app/links.ts'
import { fictionalIdentity } from '#server/fictional-identity.ts'
import { fictionalProvider } from '#server/identity-providers.ts'

const [port = '4010', site = 'http://localhost:3000'] = process.argv.slice(2)
const issuer = `http://localhost:${port}`
const provider = fictionalProvider(issuer)
createServer(fictionalIdentity({ issuer, returnUrl: site + returnPath(provider.id) })).listen(
	Number(port),
	() => console.log(`IDENTITY_PROVIDERS='${JSON.stringify([provider])}'`),
)
