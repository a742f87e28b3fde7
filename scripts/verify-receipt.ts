// Checks a receipt of a signature against the published list of its petition, and counts the list again:
//   npm run verify-receipt -- receipt.txt                              asks the site that the receipt names
//   npm run verify-receipt -- receipt.txt --key key.pem list-1.json list-2.json ...    asks nobody
// Needs no database and no setting. Ends with 0 when all is true, with 1 when it is not, with 2 when it was not told
// what to verify.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { receiptKeyPath, signatureListPath } from '#app/links.ts'
import { readReceipt } from '#app/receipts/receipt.server.ts'
import { ListPart, type ListProblem, verifyReceipt } from '#app/receipts/verify.server.ts'

const WORDS: Record<ListProblem, string> = {
	unreadable: 'This is not a receipt.',
	'not-signed': 'The receipt was not signed by this installation, or it was changed.',
	commitment: 'The commitment is not that of what the receipt says.',
	'another-petition': 'The list is that of another petition.',
	order: 'The list has a gap, or a line that does not belong there.',
	'not-in-list': 'The signature is not in the list: it was dropped.',
	'changed-here': 'The list has another commitment in the place of this signature.',
	'changed-before': 'The list before this signature is not what it was when it was given.',
	checkpoint: 'The list is not the one for which its checkpoint was signed.',
	head: 'The list does not lead to the head of the chain that is published with it.',
	totals: 'The lines of the list do not add up to its totals.',
}

const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
const [file, ...lists] = positionals
if (!file || (lists.length > 0 && !values.key)) {
	console.error('Say what to verify: npm run verify-receipt -- receipt.txt [--key key.pem list.json ...]')
	process.exit(2)
}

const text = readFileSync(file, 'utf8')
const site = readReceipt(text)?.receipt.site ?? ''
const checked = await verifyReceipt(text, lists.length > 0 ? fromFiles() : fromSite(), await key())
if (checked.ok) {
	const { petition, ordinal, counted, confirmed } = checked
	console.log(`The receipt is true: signature ${ordinal} of petition ${petition}.`)
	console.log(`The list was counted again: ${counted.given} given (${confirmed} of them counted, the others`)
	console.log(
		`under review), ${counted.removed} removed, ${counted.withdrawn} withdrawn. Nothing in it was changed.`,
	)
} else {
	console.error(WORDS[checked.problem] + (checked.at ? ` (signature ${checked.at})` : ''))
	process.exitCode = 1
}

async function key(): Promise<KeyObject> {
	if (values.key) return createPublicKey(readFileSync(values.key))
	const response = await fetch(site + receiptKeyPath())
	return createPublicKey(await response.text())
}

function* fromFiles() {
	for (const list of lists) yield ListPart.parse(JSON.parse(readFileSync(list, 'utf8')))
}

async function* fromSite() {
	const { petition } = readReceipt(text)?.receipt ?? {}
	if (!petition) return
	let next: string | null = site + signatureListPath(petition, 'json', { limit: 10_000 })
	while (next) {
		const response: Response = await fetch(next)
		if (!response.ok) throw new Error(`${next} was answered ${response.status}`)
		const part: ListPart = ListPart.parse(await response.json())
		yield part
		next = part.next
	}
}
