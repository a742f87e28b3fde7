import { expect, type Page } from '@playwright/test'

export interface Asking {
	office?: string
	subject: string
	text?: string
	visibility?: 'Public' | 'Not public'
}

/** Fills in the form that stands on the page. */
export async function fillIn(page: Page, { subject, text, visibility }: Asking): Promise<void> {
	await page.getByLabel('The question in one line').fill(subject)
	await page.getByLabel('In full').fill(text ?? `${subject}? Please answer with numbers and dates.`)
	if (visibility) await page.getByRole('radio', { name: visibility, exact: true }).check()
}

/** Asks an office from its page; ends on the receipt. */
export async function ask(page: Page, asking: Asking): Promise<{ number: string; receipt: string }> {
	await page.goto(`/en/offices/${asking.office ?? 'env-minister'}`)
	await fillIn(page, asking)
	await page.getByRole('button', { name: 'Check and go on' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check before filing')
	await page.getByRole('button', { name: 'File the question' }).click()
	return onReceipt(page)
}

export async function onReceipt(page: Page): Promise<{ number: string; receipt: string }> {
	await expect(page).toHaveURL(/\/en\/receipts\//)
	const number = String(await page.getByRole('heading', { level: 1 }).textContent())
	expect(number).toMatch(/^[A-Z]{3}-\d{4}-\d{6}-\d$/)
	return { number, receipt: new URL(page.url()).pathname }
}

/** Whoever sits at a desk opens the case of this number. */
export async function openCase(page: Page, number: string): Promise<void> {
	await page.goto(`/en/inquiries/${number}`)
	await page.getByRole('link', { name: 'Open on the desk' }).first().click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
}

export const ANSWER = {
	Answer: 'Forty sensors stand **near schools**.',
	Reasons: 'They were bought in 2025.',
	'Law it rests on': 'Environmental Code, article 386',
	'Facts for or against each argument': 'The contract lists forty addresses.',
}

/** Writes the whole answer and hands it over; the reader is at the desk of the body that owes it. */
export async function draft(
	page: Page,
	file?: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
	await page.getByRole('link', { name: 'Write the answer' }).click()
	await page.getByRole('button', { name: 'Write' }).click()
	for (const [label, text] of Object.entries(ANSWER)) await page.getByLabel(label, { exact: true }).fill(text)
	if (file) await page.getByLabel('Files').setInputFiles(file)
	await page.getByRole('button', { name: 'Save and hand over for signature' }).click()
	await expect(page.getByText('Handed over for signature.')).toBeVisible()
}

export async function sign(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Read the draft and sign' }).click()
	await page.getByRole('button', { name: 'Sign and send' }).click()
	await expect(page).toHaveURL(/\/en\/desk\/[\w-]+$/)
}
