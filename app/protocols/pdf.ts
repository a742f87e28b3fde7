import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content } from 'pdfmake/interfaces.js'
import { momentInWords } from '#app/i18n/dates.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { regionName } from '#app/jurisdictions/region.ts'
import type { Words } from '#db/schema/bodies.ts'
import type { Protocol, ProtocolContent, ProtocolGroup, ProtocolSpeech } from './content.ts'

/** Roboto has all letters of Kazakh. */
const FONTS = join(
	dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
	'fonts',
	'Roboto',
	'Roboto-',
)
pdfmake.setFonts({
	Roboto: {
		normal: `${FONTS}Regular.ttf`,
		bold: `${FONTS}Medium.ttf`,
		italics: `${FONTS}Italic.ttf`,
		bolditalics: `${FONTS}MediumItalic.ttf`,
	},
})
// A protocol is nothing but text: whatever is written in it, nothing is fetched or opened.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS))

export type PrintedProtocol = Pick<
	Protocol,
	'content' | 'version' | 'sha256' | 'chairName' | 'chairSignedAt' | 'secretaryName' | 'secretarySignedAt'
> & {
	/** Where there are more remarks than one print holds. */
	part: { number: number; of: number }
}

/** The protocol on paper, in the language of record of its hearing. */
export async function printProtocol(protocol: PrintedProtocol): Promise<Uint8Array> {
	const { hearing } = protocol.content
	const language = LANGUAGES.find((one) => one === hearing.language) ?? 'kk'
	const title = hearing.texts.find((text) => text.language === hearing.language) ?? hearing.texts[0]
	const made = pdfmake.createPdf({
		info: { title: `${hearing.number} ${title?.title ?? ''}` },
		language,
		pageMargins: [56, 56, 56, 64],
		defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
		styles: {
			title: { fontSize: 18, bold: true },
			part: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
			row: { bold: true, margin: [0, 8, 0, 2] },
			quiet: { color: '#555555', fontSize: 9 },
		},
		footer: (page, pages) => ({
			columns: [
				{ text: `${hearing.number}  SHA-256 ${protocol.sha256}`, fontSize: 7 },
				{ text: `${page} / ${pages}`, alignment: 'right', width: 60, fontSize: 8 },
			],
			margin: [56, 16, 56, 0],
		}),
		content: paper(protocol, language, title?.title ?? ''),
	})
	return new Uint8Array(await made.getBuffer())
}

function paper(protocol: PrintedProtocol, language: Language, title: string): Content[] {
	const { content } = protocol
	const { hearing } = content
	const t = translator(language)
	const moment = (at: Date | string | null) => (at ? momentInWords(language, new Date(at)) : '')
	const fact = (name: string, value: string | null | undefined): Content[] =>
		value ? [{ text: [{ text: `${name}: `, bold: true }, value] }] : []
	const part = (name: string, lines: Content[]): Content[] =>
		lines.length > 0 ? [{ text: name, style: 'part' }, ...lines] : []
	const in_ = (words: Words | null) => words?.[language]
	const place = hearing.texts.find((text) => text.language === language) ?? hearing.texts[0]

	return [
		{ text: t('protocols:of'), style: 'title' },
		{ text: title, fontSize: 12, margin: [0, 4, 0, 10] },
		...(protocol.part.of > 1 ? [{ text: t('protocols:view.part', protocol.part), bold: true }] : []),
		...fact(t('protocols:view.number'), hearing.number),
		...fact(t('protocols:view.form'), t(`law:hearing.form.${hearing.form}`)),
		...fact(t('protocols:view.authority'), in_(hearing.authority)),
		...fact(t('protocols:view.initiator'), hearing.initiator.name),
		...fact(t('protocols:view.initiatorCode'), hearing.initiator.code),
		...fact(t('protocols:view.contact'), hearing.initiator.contact),
		...fact(
			t('protocols:view.territory'),
			hearing.territories.map((code) => regionName(t as never, code) ?? code).join(', '),
		),
		...fact(t('protocols:view.repeatOf'), hearing.repeatOf),
		...fact(t('protocols:view.announcedAt'), moment(hearing.announcedAt)),
		...fact(t('protocols:view.place'), place?.place),
		...fact(t('protocols:view.startedAt'), moment(hearing.startedAt)),
		...fact(t('protocols:view.endedAt'), moment(hearing.endedAt)),
		...(hearing.civic ? [{ text: t('protocols:view.civic'), margin: [0, 8, 0, 0] } as Content] : []),
		...part(
			t('protocols:view.notHeld'),
			content.notHeld
				? [t(`law:hearing.notHeld.${content.notHeld.ground as 'chair_absent'}`), content.notHeld.reason]
				: [],
		),
		...part(
			t('protocols:view.announcement'),
			content.channels.map(({ channel, name, publishedOn, link, sha256 }) =>
				[t(`law:hearing.channel.${channel as 'newspaper'}`), name, publishedOn, link ?? sha256]
					.filter(Boolean)
					.join(', '),
			),
		),
		...part(
			t('protocols:view.officers'),
			content.officers.map(({ role, name, position }) =>
				[t(`protocols:officer.${role}`), name, position].filter(Boolean).join(', '),
			),
		),
		...part(t('protocols:view.participants'), [
			...content.attendance.map(
				({ affiliation, registered, came, inHall }) =>
					`${t(`protocols:affiliation.${affiliation}`)}: ${t('protocols:view.registered')} ${registered}, ${t('protocols:view.came')} ${came}, ${t('protocols:view.inHall')} ${inHall}`,
			),
			...content.participants.map(({ name, affiliation, representing }) => ({
				text: [name, t(`protocols:affiliation.${affiliation}`), representing].filter(Boolean).join(', '),
				style: 'quiet',
			})),
		]),
		...part(t('protocols:view.agenda'), [
			...content.agenda.flatMap(({ titles, startedAt, endedAt, speeches }, at): Content[] => [
				{ text: `${at + 1}. ${titles[language]}`, bold: true },
				{ text: [moment(startedAt), moment(endedAt)].filter(Boolean).join(' – '), style: 'quiet' },
				...speeches.map(said),
			]),
			...content.speeches.map(said),
			...(content.waited
				? [`${t('protocols:view.waited', { waiting: content.waited.people })} ${content.waited.reason}`]
				: []),
		]),
		...part(t('protocols:view.remarks'), [
			...(content.groups.length > 0 ? [] : [t('protocols:view.noRemarks')]),
			...content.groups.flatMap(group),
			...(content.withdrawn > 0 ? [t('protocols:view.withdrawn', { count: content.withdrawn })] : []),
		]),
		...part(t('protocols:view.questions'), [
			...content.questions.flatMap(({ text, answer, affiliation }): Content[] => [
				{ text: `${t(`protocols:affiliation.${affiliation}`)}: ${text}` },
				{ text: answer ?? t('protocols:view.unanswered'), style: 'quiet', margin: [12, 0, 0, 4] },
			]),
			...unshown(content),
		]),
		...part(
			t('protocols:view.polls'),
			content.polls.flatMap(({ question, options, result }): Content[] => [
				{ text: question[language], bold: true },
				...options.map((option, at) => `${option[language]}: ${result?.[at] ?? 0}`),
			]),
		),
		...part(
			t('protocols:view.announcements'),
			content.announcements.map(({ text, saidAt }) => `${moment(saidAt)}. ${text}`),
		),
		...part(
			t('protocols:view.dossier'),
			content.dossier.flatMap(({ party, author, versions }) =>
				versions.flatMap(({ version, title, sha256 }): Content[] => [
					`${title}. ${t(`protocols:party.${party}`)}, ${author}. ${t('protocols:view.version', { version })}`,
					{ text: sha256, style: 'quiet' },
				]),
			),
		),
		...part(
			t('protocols:view.breaches'),
			content.breaches.map(
				({ duty, dueOn }) =>
					`${t(`protocols:duty.${duty as 'announce'}`)}, ${t('protocols:view.dueOn')} ${dueOn}`,
			),
		),
		...part(t('protocols:view.challengeTitle'), content.challenge ? [content.challenge[language]] : []),
		...part(t('protocols:view.signatures'), [
			`${t('protocols:officer.chair')}: ${protocol.chairName ?? ''}, ${moment(protocol.chairSignedAt)}`,
			`${t('protocols:officer.secretary')}: ${protocol.secretaryName ?? ''}, ${moment(protocol.secretarySignedAt)}`,
			{ text: `${t('protocols:view.contentHash')}: ${protocol.sha256}`, style: 'quiet' },
		]),
	]

	function unshown({ unshown: counted }: ProtocolContent): Content[] {
		if (!counted) return []
		const { hidden, unread } = counted
		const all = hidden.reduce((sum, { questions }) => sum + questions, 0)
		return [
			...(all > 0 ? [t('protocols:view.hidden', { hidden: all })] : []),
			...hidden.map(({ reason, questions }) => `${reason} (${questions})`),
			...(unread > 0 ? [t('protocols:view.unread', { unread })] : []),
		]
	}

	function said({
		name,
		affiliation,
		position,
		calledAt,
		spoke,
		deviation,
		remark,
	}: ProtocolSpeech): Content {
		return {
			text: [
				[
					moment(calledAt),
					name,
					t(`protocols:affiliation.${affiliation}`),
					t(`protocols:position.${position}`),
				],
				spoke ? [] : [t('protocols:view.passed')],
				remark === null ? [] : [t('protocols:view.takenDown', { remark })],
				deviation ? [`${t('protocols:view.deviation')} ${deviation}`] : [],
			]
				.flat()
				.filter(Boolean)
				.join(', '),
			margin: [12, 0, 0, 0],
		}
	}

	function group({ ordinal, title, people, answer, unresolved, remarks }: ProtocolGroup): Content[] {
		return [
			{ text: [t('protocols:view.group', { row: ordinal }), title].filter(Boolean).join('. '), style: 'row' },
			{ text: t('protocols:view.people', people), style: 'quiet' },
			...remarks.flatMap((remark): Content[] => [
				{
					text: [
						`${remark.ordinal}. ${remark.name ?? t(`protocols:affiliation.${remark.affiliation}`)}`,
						t(`protocols:position.${remark.position}`),
						t(`protocols:by.${remark.channel as 'portal'}`),
						moment(remark.receivedAt),
						remark.late ? t('protocols:view.late') : '',
					]
						.filter(Boolean)
						.join(', '),
					style: 'quiet',
				},
				{ text: remark.text ?? t('protocols:view.unpublished'), margin: [12, 0, 0, 2] },
				...(remark.reason
					? [
							{
								text: `${t(remark.state === 'not_counted' ? 'protocols:view.notCounted' : 'protocols:view.leftOut')} ${remark.reason}`,
								margin: [12, 0, 0, 2],
							} as Content,
						]
					: []),
			]),
			{
				text: [
					{ text: `${t('protocols:view.answer')}: `, bold: true },
					answer ?? t('protocols:view.noAnswer'),
				],
				margin: [0, 2, 0, 0],
			},
			...(unresolved ? [{ text: t('protocols:view.unresolved'), bold: true } as Content] : []),
		]
	}
}
