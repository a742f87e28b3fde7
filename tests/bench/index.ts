// `npm run bench`, or `npm run bench -- pages clock` for some of it. Prints what was measured beside its
// goal. The databases of a million questions are made once a day and kept in data/bench.
import { cpus } from 'node:os'
import { clock } from './clock.ts'
import { desk, duty, office } from './desk.ts'
import { digital } from './digital.ts'
import { mail } from './mail.ts'
import { pages } from './pages.ts'
import { petitionSize } from './petition-size.ts'
import { petitions } from './petitions.ts'
import { questions } from './questions.ts'
import { remarks } from './remarks.ts'
import { room } from './room.ts'
import { signatures } from './signatures.ts'
import { build } from './site.ts'
import { start } from './start.ts'
import { weight } from './weight.ts'

const SECTIONS = {
	clock,
	signatures,
	start,
	weight,
	pages,
	questions,
	petitions,
	digital,
	petitionSize,
	room,
	remarks,
	desk,
	office,
	duty,
	mail,
}

/** They need no built server. */
const UNBUILT = ['clock', 'signatures', 'mail']

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in SECTIONS))
if (unknown.length > 0)
	throw new Error(`there is no ${unknown}; there are ${Object.keys(SECTIONS).join(', ')}`)

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`)
if (wanted.length === 0 || wanted.some((name) => !UNBUILT.includes(name))) build()
for (const [name, section] of Object.entries(SECTIONS))
	if (wanted.length === 0 || wanted.includes(name)) await section()
