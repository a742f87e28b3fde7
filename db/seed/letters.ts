import { and, eq } from 'drizzle-orm'
import { confirmInquiry } from '#app/inquiries/confirm.server.ts'
import { bodyMailAddress, type MailHome, officeMailAddress } from '#app/mail/address.server.ts'
import { keepMail } from '#app/mail/keep.server.ts'
import { placeMail } from '#app/mail/place.server.ts'
import { authorOf } from '#app/people/find.server.ts'
import { incomingMail } from '#db/schema/mail.ts'
import type { Store } from '#db/store.ts'
import { PROFILE, type Timeline } from './timeline.ts'

interface DemoLetter {
	at: Date
	to: string
	from: string
	headers?: string
	subject: string
	text: string
	/** The citizen who has opened the link, signed in and said that it is theirs. */
	confirmedBy?: string
}

/** Letters that came by mail: one not confirmed yet, one confirmed and public, one that the desk has to decide on. */
export async function receiveLetters(store: Store, timeline: Timeline, home: MailHome): Promise<void> {
	for (const letter of lettersOf(timeline, home)) {
		const [, sender = ''] = /<(.*)>/.exec(letter.from) ?? []
		await store.write('letter', (tx) =>
			keepMail(tx, {
				raw: rawOf(letter),
				recipients: [letter.to],
				returnPath: sender,
				clientAddress: '127.0.0.1',
				clientName: 'mail.demo.example',
				receivedAt: letter.at,
			}),
		)
		const now = new Date(letter.at.getTime() + 30_000)
		await placeMail(store, {
			now,
			profileId: PROFILE.id,
			publicUrl: 'http://localhost',
			secretKey: home.secretKey,
			mailHome: home,
			resolve: () => Promise.reject(Object.assign(new Error('fictional'), { code: 'ENOTFOUND' })),
		})
		if (letter.confirmedBy)
			await confirm(store, letter.confirmedBy, new Date(letter.at.getTime() + 20 * 60_000))
	}
}

async function confirm(store: Store, personId: string, now: Date): Promise<void> {
	await store.write('confirmation', async (tx) => {
		const account = await authorOf(tx, { personId, level: 2 }, 'Автор')
		const [mail] = await tx
			.select({ inquiryId: incomingMail.inquiryId })
			.from(incomingMail)
			.where(and(eq(incomingMail.sender, String(account?.email)), eq(incomingMail.state, 'filed')))
		const receiptOf = String(mail?.inquiryId)
		const actor = { personId, roles: [], level: 2, receiptOf }
		const outcome = await confirmInquiry(tx, {
			proceedingId: `${receiptOf}-1`,
			actor,
			visibility: 'public',
			account,
			now,
		})
		if (!outcome.ok) throw new Error(`the demo's letter is not confirmed: ${outcome.refusal}`)
	})
}

function lettersOf({ moment }: Timeline, home: MailHome): DemoLetter[] {
	return [
		{
			at: moment({ wd: -3, at: '11:20' }),
			to: officeMailAddress('EDU', 'edu-minister', home),
			from: 'Азамат 05 <citizen05@demo.example>',
			subject: 'Мектеп автобусының кестесі',
			text: 'Құрметті министр!\n\nТауқала ауданындағы Жобалы ауылынан мектепке дейін сегіз шақырым. Автобус таңғы жетіде келеді, ал сабақ тоғызда басталады. Кестені бір сағатқа кейін жылжытуға бола ма?\n\n-- \nАзамат 05\nЖобалы ауылы',
			confirmedBy: 'C05',
		},
		{
			at: moment({ wd: -2, at: '15:05' }),
			to: bodyMailAddress('ENV', home),
			from: 'Пример Образцов <primer.obrazcov@post.example>',
			subject: 'Re: вывоз люминесцентных ламп',
			text: 'Здравствуйте!\n\nВ ответе сказано, что контейнеры для ламп стоят у трёх магазинов. Я обошёл все три: у двух контейнеров нет. Когда их поставят и кто за это отвечает?\n\nПример Образцов\n\nПресс-служба писала:\n> Контейнеры для ламп установлены у трёх магазинов города.\n> Список опубликован на сайте.',
		},
		{
			at: moment({ wd: -1, at: '09:40' }),
			to: bodyMailAddress('ENV', home),
			from: 'Qala-Demo <noreply@qala-demo.example>',
			headers: 'Auto-Submitted: auto-generated\r\n',
			subject: 'Сообщение жителя №118 из приложения Qala-Demo',
			text: 'Житель отправил сообщение через приложение Qala-Demo.\n\nТема: дым из трубы котельной на улице Орбита\nТекст: третий день чёрный дым, дышать нечем.\nКонтакт для ответа: sketch.zhitel@post.example',
		},
	]
}

const rawOf = ({ from, to, at, headers = '', subject, text }: DemoLetter) =>
	Buffer.from(
		`From: ${encoded(from)}\r\nTo: ${to}\r\nSubject: ${encoded(subject)}\r\nDate: ${at.toUTCString()}\r\n` +
			`Message-ID: <${at.getTime()}@post.example>\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n` +
			`${text.replace(/\n/g, '\r\n')}\r\n`,
	)

/** RFC 2047: what is not ASCII in a header. */
const encoded = (text: string) =>
	text.replace(
		/[^\p{ASCII}]+(?:\s+[^\p{ASCII}]+)*/gu,
		(words) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`,
	)
