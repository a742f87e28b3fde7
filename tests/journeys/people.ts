import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page } from '@playwright/test'

type Part = 'citizen' | 'executor' | 'approver' | 'clerk' | 'administrator' | 'overseer' | 'moderator'

/** Makes whoever holds this browser a person of the demo, as the sign-in page does at one press. */
export async function become(page: Page | BrowserContext, part: Part, body = 'ENV'): Promise<void> {
	const answer = await page.request.post('/en/sign-in/demo', {
		form: { part, body },
		headers: fromHere(),
		maxRedirects: 0,
	})
	expect(answer.status(), `becoming ${part} of ${body}`).toBe(302)
}

/** Signs in with the password that everybody of the demo has. */
export async function signInAs(page: Page | BrowserContext, email: string): Promise<void> {
	const answer = await page.request.post('/en/sign-in', {
		form: { intent: 'sign-in', email, password: 'jauap-demo' },
		headers: fromHere(),
		maxRedirects: 0,
	})
	expect(answer.status(), `signing in as ${email}`).toBe(302)
}

/** The same on the page itself, where a second step may follow, or a refusal. */
export async function signInByPassword(page: Page, email: string) {
	await page.goto('/en/sign-in')
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Password').fill('jauap-demo')
	await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Goes to the state identity from the page that offers it, and is this fictional person there. */
export async function showIdentity(page: Page, name: string): Promise<void> {
	await page.getByRole('main').getByRole('button', { name: 'State identity of the demo' }).first().click()
	await page.getByRole('button', { name }).click()
	await expect(page).toHaveURL(/\/en(\/|$)/)
}

/** A citizen who is not the one of the sign-in page, known as well. */
export async function becomeAnother(page: Page): Promise<void> {
	await signOut(page)
	await page.goto('/en/sign-in')
	await showIdentity(page, 'Madina Jobaqyzy')
}

export const signOut = (page: Page) => page.context().clearCookies()

/** What a browser says of a form on a page of this site. */
export const fromHere = () => ({ Origin: `http://localhost:${process.env.JOURNEYS_PORT}` })

const dataFolder = () => String(process.env.JOURNEYS_DATA)

/** The newest letter to this address that holds the words; letters go out within half a minute. */
export async function letterTo(email: string, words: RegExp): Promise<string> {
	let found: string | undefined
	await expect
		.poll(
			() => {
				found = lettersIn(dataFolder()).findLast(
					(letter) => letter.includes(`To: ${email}`) && words.test(letter),
				)
				return found !== undefined
			},
			{ message: `a letter to ${email} with ${words}`, timeout: 50_000, intervals: [500] },
		)
		.toBe(true)
	return String(found)
}

/** The letters that a site wrote, in their order: where nobody sends them they lie in its folder. */
export function lettersIn(data: string): string[] {
	const folder = join(data, 'mail')
	const names = readdirSync(folder, { encoding: 'utf8' }).filter((name) => name.endsWith('.eml'))
	return names.sort().map((name) => readable(readFileSync(join(folder, name), 'utf8')))
}

/** Headers as they stand, the parts of the body out of their base64. */
const readable = (letter: string) =>
	letter
		.replace(/\r\n/g, '\n')
		.replace(/(base64\n(?:[\w-]+:.*\n)*\n)([A-Za-z0-9+/=\n]+)/g, (_, head, body) => head + decoded(body))

const decoded = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')

/** Everything that the server has written to its log. */
export const serverLog = () => readFileSync(join(dataFolder(), 'server.log'), 'utf8')
